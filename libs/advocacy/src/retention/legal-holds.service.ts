import { Injectable } from '@nestjs/common';
import { SealedDatabase } from '../sealed/sealed-database.js';

@Injectable()
export class LegalHolds {
  constructor(private readonly database: SealedDatabase) {}

  async place(..._args: unknown[]): Promise<never> {
    return this.database.rows as never;
  }

  async lift(..._args: unknown[]): Promise<never> {
    return this.database.rows as never;
  }
}
