import { Injectable } from '@nestjs/common';
import { SealedDatabase } from '../sealed/sealed-database.js';

@Injectable()
export class MyRecordChanges {
  constructor(private readonly database: SealedDatabase) {}

  async answer(..._args: unknown[]): Promise<never> {
    return this.database.rows as never;
  }

  async changeSafeContact(..._args: unknown[]): Promise<never> {
    return this.database.rows as never;
  }

  async giveConsent(..._args: unknown[]): Promise<never> {
    return this.database.rows as never;
  }

  async revokeConsent(..._args: unknown[]): Promise<never> {
    return this.database.rows as never;
  }
}
