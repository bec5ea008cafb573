import { Injectable } from '@nestjs/common';
import { SealedDatabase } from '../sealed/sealed-database.js';

@Injectable()
export class MyRecords {
  constructor(private readonly database: SealedDatabase) {}

  async open(..._args: unknown[]): Promise<never> {
    return this.database.rows as never;
  }

  async erase(..._args: unknown[]): Promise<never> {
    return this.database.rows as never;
  }
}
