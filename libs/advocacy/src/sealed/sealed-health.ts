import { Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { SealedDatabase } from './sealed-database.js';

/** Whether the sealed zone can be worked with. */
@Injectable()
export class SealedHealth {
  constructor(private readonly database: SealedDatabase) {}

  /** The database of the keys, for who asks what it was made of; null where there is no sealed zone. */
  get keys(): Pick<Pool, 'query'> | null {
    return this.database.isOpen ? this.database.keys : null;
  }

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
