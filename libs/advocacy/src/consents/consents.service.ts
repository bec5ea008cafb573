import { Injectable } from '@nestjs/common';
import { SealedDatabase } from '../sealed/sealed-database.js';

@Injectable()
export class Consents {
  constructor(private readonly database: SealedDatabase) {}

  async record(..._args: unknown[]): Promise<never> {
    return this.database.rows as never;
  }

  async propose(..._args: unknown[]): Promise<never> {
    return this.database.rows as never;
  }

  async withdraw(..._args: unknown[]): Promise<never> {
    return this.database.rows as never;
  }
}
