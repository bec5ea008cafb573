import { Injectable } from '@nestjs/common';
import { SealedDatabase } from '../sealed/sealed-database.js';

@Injectable()
export class TeamKeys {
  constructor(private readonly database: SealedDatabase) {}

  async current(..._args: unknown[]): Promise<never> {
    return this.database.rows as never;
  }

  async all(..._args: unknown[]): Promise<never> {
    return this.database.rows as never;
  }

  async createMine(..._args: unknown[]): Promise<never> {
    return this.database.rows as never;
  }

  async createTeam(..._args: unknown[]): Promise<never> {
    return this.database.rows as never;
  }

  async share(..._args: unknown[]): Promise<never> {
    return this.database.rows as never;
  }
}
