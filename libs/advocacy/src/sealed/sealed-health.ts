import { Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { SealedDatabase } from '../database/sealed-database.js';

@Injectable()
export class SealedHealth {
  constructor(private readonly database: SealedDatabase) {}

  /** The key database; null without a sealed zone. */
  get keys(): Pick<Pool, 'query'> | null {
    return this.database.isOpen ? this.database.keys : null;
  }

  /** Returns `none` without a sealed zone and `away` if one of its two databases is unreachable. */
  async checkState(): Promise<'ok' | 'none' | 'away'> {
    if (!this.database.isOpen) return 'none';
    const pings = [this.database.rows, this.database.keys].map((pool) => pool.query('SELECT 1'));
    return Promise.all(pings).then(
      () => 'ok',
      () => 'away',
    );
  }
}
