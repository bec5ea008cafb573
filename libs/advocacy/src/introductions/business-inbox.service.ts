import { Injectable } from '@nestjs/common';
import { SealedDatabase } from '../sealed/sealed-database.js';

@Injectable()
export class BusinessInbox {
  constructor(private readonly database: SealedDatabase) {}

  async list(..._args: unknown[]): Promise<never> {
    return this.database.rows as never;
  }

  async one(..._args: unknown[]): Promise<never> {
    return this.database.rows as never;
  }

  async answer(..._args: unknown[]): Promise<never> {
    return this.database.rows as never;
  }

  async write(..._args: unknown[]): Promise<never> {
    return this.database.rows as never;
  }
}
