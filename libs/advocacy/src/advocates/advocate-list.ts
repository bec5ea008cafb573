import { Injectable } from '@nestjs/common';
import { Clock, Config, firstOf } from '@upstander/platform';
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { PoolClient } from 'pg';
import { OrganisationKeys } from '../keys/organisation-keys.js';
import { SealedDatabase } from '../sealed/sealed-database.js';
import { setReader } from '../sealed/set-reader.js';

interface Entry {
  accountId: string;
  addedAt: Date;
  mac: Buffer;
}

/**
 * The sealed zone's own list of advocates. The database role of the programs can write grants, and it cannot reach this
 * list; the role of the sealed zone can write rows here, and without SEALED_KEYS they have no valid MAC. An advocate
 * reads only with both: the grant and the entry.
 */
@Injectable()
export class AdvocateList {
  /** ID of the zone: a database of keys may serve several. */
  private readonly zone: string;

  constructor(
    config: Config,
    private readonly database: SealedDatabase,
    private readonly keys: OrganisationKeys,
    private readonly clock: Clock,
  ) {
    this.zone = config.SEALED_DATABASE_URL ? new URL(firstOf(config.SEALED_DATABASE_URL)).pathname.slice(1) : '';
  }

  /** True if the account has a genuine entry. Runs in a transaction whose reader is this advocate. */
  async includes(client: Pick<PoolClient, 'query'>, accountId: string): Promise<boolean> {
    const { rows } = await client.query<Entry>(
      'SELECT account_id AS "accountId", added_at AS "addedAt", mac FROM sealed.advocate WHERE account_id = $1',
      [accountId],
    );
    const [entry] = rows;
    if (!entry) return false;
    const right = await this.macOf(entry);
    return entry.mac.length === right.length && timingSafeEqual(entry.mac, right);
  }

  /** Adds accounts; those on the list get a new entry. Does nothing where the installation has no sealed zone. */
  async add(accountIds: readonly string[]): Promise<void> {
    if (accountIds.length === 0) return;
    await this.change(async (client, addedAt) => {
      await client.query('DELETE FROM sealed.advocate WHERE account_id = ANY ($1::uuid[])', [accountIds]);
      for (const accountId of accountIds) {
        await client.query('INSERT INTO sealed.advocate (account_id, added_at, mac) VALUES ($1, $2, $3)', [
          accountId,
          addedAt,
          await this.macOf({ accountId, addedAt }),
        ]);
      }
    });
  }

  /** Removes accounts from the list. */
  async remove(accountIds: readonly string[]): Promise<void> {
    if (accountIds.length === 0) return;
    await this.change((client) =>
      client.query('DELETE FROM sealed.advocate WHERE account_id = ANY ($1::uuid[])', [accountIds]),
    );
  }

  /** Every account on the list, genuine or not. */
  async all(): Promise<string[]> {
    const found = await this.change((client) =>
      client.query<{ id: string }>('SELECT account_id AS id FROM sealed.advocate'),
    );
    return found?.rows.map(({ id }) => id) ?? [];
  }

  private async change<T>(work: (client: PoolClient, at: Date) => Promise<T>): Promise<T | null> {
    if (!this.database.isOpen) return null;
    const client = await this.database.rows.connect();
    const at = this.clock.now();
    let broken: Error | undefined;
    try {
      await client.query('BEGIN');
      await setReader(client, { kind: 'system', job: 'keep-advocates' }, at);
      const result = await work(client, at);
      await client.query('COMMIT');
      return result;
    } catch (error) {
      await client.query('ROLLBACK').catch((lost: Error) => (broken = lost));
      throw error;
    } finally {
      client.release(broken);
    }
  }

  private async macOf({ accountId, addedAt }: Omit<Entry, 'mac'>): Promise<Buffer> {
    return createHmac('sha256', await this.keys.keyFor('advocates'))
      .update(`advocate\n${this.zone}\n${accountId.toLowerCase()}\n${addedAt.toISOString()}`)
      .digest();
  }
}
