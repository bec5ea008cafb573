import { Injectable } from '@nestjs/common';
import { Clock } from '@upstander/platform';
import type { PoolClient } from 'pg';
import { AuditChain } from '../audit/audit-chain.js';
import { HouseKeys } from '../keys/house-keys.js';
import { accountOf, subjectOf, type Eyes } from './eyes.js';
import { SealedDatabase } from './sealed-database.js';
import { SealedTx } from './sealed-tx.js';

/** The only way into the sealed zone. */
@Injectable()
export class SealedZone {
  constructor(
    private readonly database: SealedDatabase,
    private readonly clock: Clock,
    private readonly keys: HouseKeys,
  ) {}

  get isOpen(): boolean {
    return this.database.isOpen;
  }

  /**
   * Runs `work` in one transaction of the sealed role, having said whose eyes it lends: row-level security shows no more
   * than those may see. What `work` notes for the trail is written last, so that the end of the trail is locked shortly
   * and in one order; committed when it returns, rolled back when anything throws.
   * @throws Refusal SEALED_ZONE_CLOSED where the installation has no sealed zone.
   */
  async as<T>(eyes: Eyes, work: (tx: SealedTx) => Promise<T>): Promise<T> {
    const client = await this.database.rows.connect();
    const at = this.clock.now();
    let broken: Error | undefined;
    try {
      await client.query('BEGIN');
      await say(client, eyes, at);
      const tx = new SealedTx(client, eyes, at, await this.keys.of('trail'));
      const result = await work(tx);
      await AuditChain.append(tx, tx.noted);
      await client.query('COMMIT');
      tx.committed();
      return result;
    } catch (error) {
      await client.query('ROLLBACK').catch((lost: Error) => (broken = lost));
      throw error;
    } finally {
      client.release(broken);
    }
  }
}

async function say(client: PoolClient, eyes: Eyes, at: Date): Promise<void> {
  const settings = {
    reader: eyes.kind,
    subject: subjectOf(eyes) ?? '',
    actor: accountOf(eyes) ?? '',
    job: eyes.kind === 'system' ? eyes.job : '',
    code: eyes.kind === 'code' ? eyes.hash.toString('hex') : '',
    now: at.toISOString(),
  };
  await client.query(
    `SELECT ${Object.keys(settings)
      .map((name, i) => `pg_catalog.set_config('sealed.${name}', $${i + 1}, true)`)
      .join(', ')}`,
    Object.values(settings),
  );
}
