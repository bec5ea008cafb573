import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { ConfigError } from '@upstander/platform';
import { SealedDatabase } from '../database/sealed-database.js';
import { KeyRing } from './key-ring.js';
import { placeOf } from './organization-keys.js';

const organizationKey = 'SELECT FROM public.record_key WHERE record_id = $1';

interface Sample {
  record_id: string;
  key_id: string;
  wrapped: Buffer;
}

/**
 * Checks at startup that SEALED_KEYS unwraps the existing records: a few per key, and any record with an unknown key. A
 * program with a wrong key would accept data that no one can ever read.
 */
@Injectable()
export class SealedKeysCheck implements OnApplicationBootstrap {
  constructor(
    private readonly database: SealedDatabase,
    private readonly keyRing: KeyRing,
  ) {}

  /** @throws ConfigError. Skips a database that is unreachable or not migrated; the readiness check reports that. */
  async onApplicationBootstrap(): Promise<void> {
    if (!this.database.isOpen) return;
    this.compare(await this.samples().catch(() => []));
  }

  /**
   * Checks for an operator, and also that both databases belong together: a trail with rows must have its key.
   * @throws ConfigError, or the database error if one is unreachable
   */
  async checkAll(): Promise<void> {
    this.compare(await this.samples());
    const [seq, key] = [
      await this.countTrailRows(),
      await this.database.keys.query(organizationKey, [placeOf('trail')]),
    ];
    if (seq > 0 && key.rowCount === 0) {
      throw new ConfigError(
        'The database of the keys (SEALED_KEYS_URL) is not the one that belongs to this database: what is sealed has no keys there.',
      );
    }
  }

  private compare(samples: readonly Sample[]): void {
    for (const name of new Set(samples.map(({ key_id }) => key_id))) {
      if (!this.keyRing.names.includes(name)) {
        throw new ConfigError(
          `SEALED_KEYS has no key named "${name}", and there are records that only it opens. Put it back, behind the others.`,
        );
      }
      // A single failure may be a damaged row. If all fail, the key is wrong.
      if (!samples.some((sample) => sample.key_id === name && this.canOpen(sample))) {
        throw new ConfigError(
          `SEALED_KEYS has a key named "${name}" that does not open what was sealed with the key of that name. Put the right one back.`,
        );
      }
    }
  }

  private async countTrailRows(): Promise<number> {
    const client = await this.database.rows.connect();
    try {
      await client.query('BEGIN');
      await client.query(`SELECT set_config('sealed.reader', 'system', true)`);
      const { rows } = await client.query<{ seq: string }>('SELECT seq FROM sealed.audit_head');
      await client.query('COMMIT');
      return Number(rows[0]?.seq ?? 0);
    } finally {
      client.release();
    }
  }

  private canOpen({ record_id, key_id, wrapped }: Sample): boolean {
    try {
      this.keyRing.unwrap(record_id, key_id, wrapped);
      return true;
    } catch {
      return false;
    }
  }

  private async samples(): Promise<Sample[]> {
    const { rows } = await this.database.keys.query<Sample>(
      `SELECT k.* FROM unnest($1::text[]) AS n (name)
         CROSS JOIN LATERAL (SELECT record_id, key_id, wrapped FROM public.record_key WHERE key_id = n.name LIMIT 5) k
       UNION ALL (SELECT record_id, key_id, wrapped FROM public.record_key WHERE key_id <> ALL ($1::text[]) LIMIT 1)`,
      [this.keyRing.names],
    );
    return rows;
  }
}
