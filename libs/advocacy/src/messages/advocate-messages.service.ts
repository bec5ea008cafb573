import { Injectable } from '@nestjs/common';
import { SealedDatabase } from '../sealed/sealed-database.js';

@Injectable()
export class AdvocateMessages {
  constructor(private readonly database: SealedDatabase) {}

  async toPerson(..._args: unknown[]): Promise<never> {
    return this.database.rows as never;
  }

  async toBusiness(..._args: unknown[]): Promise<never> {
    return this.database.rows as never;
  }

  async contacted(..._args: unknown[]): Promise<never> {
    return this.database.rows as never;
  }
}
