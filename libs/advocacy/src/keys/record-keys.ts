import { Injectable } from '@nestjs/common';
import { Clock } from '@upstander/platform';
import { randomBytes } from 'node:crypto';
import { SealedDatabase } from '../database/sealed-database.js';
import { KeyRing } from './key-ring.js';

/**
 * One key per record, in a separate database with its own short-lived backups. Nothing is cached, so erasing a key
 * takes effect immediately in every process.
 */
@Injectable()
export class RecordKeys {
  constructor(
    private readonly database: SealedDatabase,
    private readonly keyRing: KeyRing,
    private readonly clock: Clock,
  ) {}

  /** Creates and stores the key of a new record before anything is sealed with it. */
  async createKey(recordId: string): Promise<Buffer> {
    const key = randomBytes(32);
    await this.database.keys.query(
      'INSERT INTO public.record_key (record_id, key_id, wrapped, created_at) VALUES ($1, $2, $3, $4)',
      [recordId, this.keyRing.current, this.keyRing.wrap(recordId, key), this.clock.now()],
    );
    return key;
  }

  /** Returns a permanent key that belongs to no record, creating it on first use. */
  async getPermanentKey(id: string): Promise<Buffer> {
    await this.database.keys.query(
      `INSERT INTO public.record_key (record_id, key_id, wrapped, created_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT (record_id) DO NOTHING`,
      [id, this.keyRing.current, this.keyRing.wrap(id, randomBytes(32)), this.clock.now()],
    );
    const key = (await this.keysOf([id])).get(id);
    if (!key) throw new Error('A key of the organization is gone.');
    return key;
  }

  /** Returns the keys of these records, without erased ones. */
  async keysOf(recordIds: readonly string[]): Promise<ReadonlyMap<string, Buffer>> {
    const { rows } = await this.database.keys.query<{ record_id: string; key_id: string; wrapped: Buffer }>(
      'SELECT record_id, key_id, wrapped FROM public.record_key WHERE record_id = ANY($1::uuid[])',
      [[...new Set(recordIds)]],
    );
    return new Map(rows.map((row) => [row.record_id, this.keyRing.unwrap(row.record_id, row.key_id, row.wrapped)]));
  }

  /** Destroys the keys. Anything sealed with them becomes unreadable, also in every backup of the records. */
  async erase(recordIds: readonly string[]): Promise<void> {
    await this.database.keys.query('DELETE FROM public.record_key WHERE record_id = ANY($1::uuid[])', [[...recordIds]]);
  }

  /** Returns the number of keys that are wrapped with an older wrapping key. */
  async countOutdated(): Promise<number> {
    const { rows } = await this.database.keys.query<{ n: number }>(
      'SELECT count(*)::int AS n FROM public.record_key WHERE key_id <> $1',
      [this.keyRing.current],
    );
    return rows[0]?.n ?? 0;
  }

  /**
   * Rewraps up to `limit` keys with the current wrapping key and returns how many. Can be interrupted and resumed at
   * any point, and runs alongside reads and writes.
   */
  async rewrap(limit: number): Promise<number> {
    const client = await this.database.keys.connect();
    try {
      await client.query('BEGIN');
      const { rows } = await client.query<{ record_id: string; key_id: string; wrapped: Buffer }>(
        `SELECT record_id, key_id, wrapped FROM public.record_key WHERE key_id <> $1
         ORDER BY key_id, record_id LIMIT $2 FOR UPDATE SKIP LOCKED`,
        [this.keyRing.current, limit],
      );
      const rewrappedKeys = rows.map(({ record_id: id, key_id: oldKeyId, wrapped }) =>
        this.keyRing.wrap(id, this.keyRing.unwrap(id, oldKeyId, wrapped)),
      );
      await client.query(
        `UPDATE public.record_key k SET key_id = $1, wrapped = n.wrapped
         FROM unnest($2::uuid[], $3::bytea[]) AS n (record_id, wrapped) WHERE k.record_id = n.record_id`,
        [this.keyRing.current, rows.map((row) => row.record_id), rewrappedKeys],
      );
      await client.query('COMMIT');
      return rows.length;
    } catch (error) {
      await client.query('ROLLBACK');
      throw error;
    } finally {
      client.release();
    }
  }
}
