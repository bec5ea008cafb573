import { Injectable } from '@nestjs/common';
import { SealedDatabase } from '../sealed/sealed-database.js';

@Injectable()
export class Applications {
  constructor(private readonly database: SealedDatabase) {}

  async apply(..._args: unknown[]): Promise<never> {
    return this.database.rows as never;
  }

  async applyFor(..._args: unknown[]): Promise<never> {
    return this.database.rows as never;
  }
}
