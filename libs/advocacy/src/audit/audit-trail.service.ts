import { Injectable } from '@nestjs/common';
import { SealedDatabase } from '../sealed/sealed-database.js';

@Injectable()
export class AuditTrail {
  constructor(private readonly database: SealedDatabase) {}

  async list(..._args: unknown[]): Promise<never> {
    return this.database.rows as never;
  }

  async check(..._args: unknown[]): Promise<never> {
    return this.database.rows as never;
  }
}
