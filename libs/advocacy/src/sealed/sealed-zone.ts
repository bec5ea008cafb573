import { Injectable } from '@nestjs/common';
import { Clock, Refusal } from '@upstander/platform';
import type { PoolClient } from 'pg';
import { AdvocateList } from '../advocates/advocate-list.js';
import { AuditChain, type AuditEntry, type SealedEntry } from '../audit/audit-chain.js';
import { TrailHead } from '../audit/trail-head.js';
import { Envelope } from '../keys/envelope.js';
import { OrganisationKeys } from '../keys/organisation-keys.js';
import type { SealedReader } from './sealed-reader.js';
import { SealedDatabase } from './sealed-database.js';
import { SealedTx } from './sealed-tx.js';
import { setReader } from './set-reader.js';

/** The only way into the sealed zone. */
@Injectable()
export class SealedZone {
  constructor(
    private readonly database: SealedDatabase,
    private readonly clock: Clock,
    private readonly keys: OrganisationKeys,
    private readonly envelope: Envelope,
    private readonly head: TrailHead,
    private readonly advocates: AdvocateList,
  ) {}

  get isOpen(): boolean {
    return this.database.isOpen;
  }

  /**
   * Runs `work` in one transaction of the sealed role, having said who reads: row-level security shows no more
   * than this reader may see. What `work` notes for the trail is written last, so that the end of the trail is locked shortly
   * and in one order; committed when it returns, rolled back when anything throws.
   * @throws Refusal SEALED_ZONE_CLOSED where the installation has no sealed zone, ADVOCATE_NOT_LISTED where the reader is
   *   an advocate who is not on the zone's own list.
   */
  async as<T>(reader: SealedReader, work: (tx: SealedTx) => Promise<T>): Promise<T> {
    const client = await this.database.rows.connect();
    const at = this.clock.now();
    let broken: Error | undefined;
    try {
      await client.query('BEGIN');
      await setReader(client, reader, at);
      if (reader.kind === 'advocate' && !(await this.advocates.includes(client, reader.accountId))) throw notListed();
      const tx = new SealedTx(client, reader, at, await this.keys.keyFor('trail'));
      const result = await work(tx);
      const added = await AuditChain.append(tx, await this.sealed(tx.noted));
      await client.query('COMMIT');
      // What is done is done: an end that is not remembered now is so with the next row.
      if (added) await this.head.advance(added, (seq) => hashOf(client, seq, at)).catch(() => undefined);
      tx.committed();
      return result;
    } catch (error) {
      await client.query('ROLLBACK').catch((lost: Error) => (broken = lost));
      throw error;
    } finally {
      client.release(broken);
    }
  }

  /** Reasons are sealed with the key of their record, so that they are erased with it. */
  private sealed(entries: readonly AuditEntry[]): Promise<SealedEntry[]> {
    return Promise.all(
      entries.map(async ({ reason, ...entry }) => ({
        ...entry,
        sealedReason: reason ? await this.envelope.seal(reasonOf(entry.recordId), reason) : null,
      })),
    );
  }
}

function notListed(): Refusal {
  return new Refusal(
    'ADVOCATE_NOT_LISTED',
    'Your advocate role is not on the list of the sealed zone. Please ask the person who runs the server.',
  );
}

/** Where the reason for a look at this record stands; which of its looks it was, the chain says. */
export const reasonOf = (recordId: string) => ({ recordId, column: 'audit.reason', rowId: recordId.toLowerCase() });

/** What the trail says of a row of its own, looked up as its check does. */
async function hashOf(client: PoolClient, seq: string, at: Date): Promise<Buffer | null> {
  await client.query('BEGIN');
  await setReader(client, { kind: 'system', job: 'check-audit-chain' }, at);
  const { rows } = await client.query<{ hash: Buffer }>('SELECT hash FROM sealed.audit WHERE seq = $1', [seq]);
  await client.query('COMMIT');
  return rows[0]?.hash ?? null;
}
