import { Injectable } from '@nestjs/common';
import { Clock, Config, firstOf } from '@upstander/platform';
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { PoolClient } from 'pg';
import { OrganizationKeys } from '../keys/organization-keys.js';
import { SealedDatabase } from '../database/sealed-database.js';
import { setReader } from '../database/set-reader.js';

interface Entry {
  accountId: string;
  addedAt: Date;
  mac: Buffer;
}

/**
 * The app's database role can write grants but can't reach this list. The sealed role can write rows here, but not
 * valid MACs without SEALED_KEYS. An advocate needs both the grant and a genuine entry.
 */
@Injectable()
export class AdvocateList {
  /** ID of the zone, because one key database may serve several. */
  private readonly zone: string;

  constructor(
    config: Config,
    private readonly database: SealedDatabase,
    private readonly keys: OrganizationKeys,
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
    const expected = await this.macOf(entry);
    return entry.mac.length === expected.length && timingSafeEqual(entry.mac, expected);
  }

  /** Adds accounts and replaces existing entries. Does nothing without a sealed zone. */
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

  async remove(accountIds: readonly string[]): Promise<void> {
    if (accountIds.length === 0) return;
    await this.change((client) =>
      client.query('DELETE FROM sealed.advocate WHERE account_id = ANY ($1::uuid[])', [accountIds]),
    );
  }

  /** Includes forged entries. */
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
    let connectionError: Error | undefined;
    try {
      await client.query('BEGIN');
      await setReader(client, { kind: 'system', job: 'keep-advocates' }, at);
      const result = await work(client, at);
      await client.query('COMMIT');
      return result;
    } catch (error) {
      await client.query('ROLLBACK').catch((error: Error) => (connectionError = error));
      throw error;
    } finally {
      client.release(connectionError);
    }
  }

  private async macOf({ accountId, addedAt }: Omit<Entry, 'mac'>): Promise<Buffer> {
    return createHmac('sha256', await this.keys.keyFor('advocates'))
      .update(`advocate\n${this.zone}\n${accountId.toLowerCase()}\n${addedAt.toISOString()}`)
      .digest();
  }
}
