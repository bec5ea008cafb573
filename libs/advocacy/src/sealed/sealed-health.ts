import { Injectable } from '@nestjs/common';
import { SealedDatabase } from './sealed-database.js';

/** Whether the sealed zone can be worked with. */
@Injectable()
export class SealedHealth {
  constructor(private readonly database: SealedDatabase) {}

  /** `none` where the installation has no sealed zone, `away` when one of its two databases does not answer. */
  async state(): Promise<'ok' | 'none' | 'away'> {
    if (!this.database.isOpen) return 'none';
    const asked = [this.database.rows, this.database.keys].map((pool) => pool.query('SELECT 1'));
    return Promise.all(asked).then(
      () => 'ok',
      () => 'away',
    );
  }
}
