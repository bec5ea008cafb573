import { Injectable } from '@nestjs/common';
import { SealedDatabase } from '../sealed/sealed-database.js';

@Injectable()
export class ConsultationRequests {
  constructor(private readonly database: SealedDatabase) {}

  async request(..._args: unknown[]): Promise<never> {
    return this.database.rows as never;
  }
}
