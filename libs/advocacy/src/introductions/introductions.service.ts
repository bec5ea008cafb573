import { Injectable } from '@nestjs/common';
import { SealedDatabase } from '../sealed/sealed-database.js';

@Injectable()
export class Introductions {
  constructor(private readonly database: SealedDatabase) {}

  async introduce(..._args: unknown[]): Promise<never> {
    return this.database.rows as never;
  }
}
