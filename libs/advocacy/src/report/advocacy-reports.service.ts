import { Injectable } from '@nestjs/common';
import { SealedDatabase } from '../sealed/sealed-database.js';

@Injectable()
export class AdvocacyReports {
  constructor(private readonly database: SealedDatabase) {}

  async report(..._args: unknown[]): Promise<never> {
    return this.database.rows as never;
  }
}
