import { Injectable } from '@nestjs/common';
import { SealedDatabase } from '../sealed/sealed-database.js';

@Injectable()
export class SealedApplications {
  constructor(private readonly database: SealedDatabase) {}

  async list(..._args: unknown[]): Promise<never> {
    return this.database.rows as never;
  }

  async open(..._args: unknown[]): Promise<never> {
    return this.database.rows as never;
  }

  async take(..._args: unknown[]): Promise<never> {
    return this.database.rows as never;
  }

  async close(..._args: unknown[]): Promise<never> {
    return this.database.rows as never;
  }
}
