import { Injectable } from '@nestjs/common';
import { Clock, Refusal } from '@upstander/platform';
import type { PoolClient } from 'pg';
import { AdvocateList } from '../advocates/advocate-list.js';
import type { AuditEntry } from '../database/audit-entry.js';
import { AuditChain, type SealedEntry } from '../trail/audit-chain.js';
import { TrailHead } from '../trail/trail-head.js';
import { Envelope } from '../keys/envelope.js';
import { OrganizationKeys } from '../keys/organization-keys.js';
import type { SealedReader } from '../database/sealed-reader.js';
import { SealedDatabase } from '../database/sealed-database.js';
import { SealedTx } from '../database/sealed-tx.js';
import { setReader } from '../database/set-reader.js';

/** The only entry to the sealed zone. */
@Injectable()
export class SealedZone {
  constructor(
    private readonly database: SealedDatabase,
    private readonly clock: Clock,
    private readonly keys: OrganizationKeys,
    private readonly envelope: Envelope,
    private readonly head: TrailHead,
    private readonly advocates: AdvocateList,
  ) {}

  get isOpen(): boolean {
    return this.database.isOpen;
  }

  /**
   * Runs `work` in one transaction as this reader; row-level security limits what it sees.
   * Audit entries are written last, so the head of the trail is locked only briefly. Commits on return and rolls back
   * on errors.
   * @throws Refusal SEALED_ZONE_CLOSED without a sealed zone; ADVOCATE_NOT_LISTED if the advocate isn't on the zone's
   * list
   */
  async runAs<T>(reader: SealedReader, work: (tx: SealedTx) => Promise<T>): Promise<T> {
    const client = await this.database.rows.connect();
    const at = this.clock.now();
    let connectionError: Error | undefined;
    try {
      await client.query('BEGIN');
      await setReader(client, reader, at);
      if (reader.kind === 'advocate' && !(await this.advocates.includes(client, reader.accountId)))
        throw notListedRefusal();
      const tx = new SealedTx(client, reader, at, await this.keys.keyFor('trail'));
      const result = await work(tx);
      const appendedRows = await AuditChain.append(tx, await this.sealEntries(tx.noted));
      await client.query('COMMIT');
      // The work is committed. If updating the mark fails, the next row catches up.
      if (appendedRows) await this.head.advance(appendedRows, (seq) => hashOf(client, seq, at)).catch(() => undefined);
      tx.runCallbacks();
      return result;
    } catch (error) {
      await client.query('ROLLBACK').catch((error: Error) => (connectionError = error));
      throw error;
    } finally {
      client.release(connectionError);
    }
  }

  /** Seals reasons with the key of their record, so they are erased with it. */
  private sealEntries(entries: readonly AuditEntry[]): Promise<SealedEntry[]> {
    return Promise.all(
      entries.map(async ({ reason, ...entry }) => ({
        ...entry,
        sealedReason: reason ? await this.envelope.seal(reasonOf(entry.recordId), reason) : null,
      })),
    );
  }
}

function notListedRefusal(): Refusal {
  return new Refusal(
    'ADVOCATE_NOT_LISTED',
    'Your advocate role isn’t on the sealed zone’s own list. Please ask the person who runs the server.',
  );
}

/** Location of a sealed reason. The chain determines which access it belongs to. */
export const reasonOf = (recordId: string) => ({ recordId, column: 'audit.reason', rowId: recordId.toLowerCase() });

/** Returns the hash of a row of the trail, read like the check does. */
async function hashOf(client: PoolClient, seq: string, at: Date): Promise<Buffer | null> {
  await client.query('BEGIN');
  await setReader(client, { kind: 'system', job: 'check-audit-chain' }, at);
  const { rows } = await client.query<{ hash: Buffer }>('SELECT hash FROM sealed.audit WHERE seq = $1', [seq]);
  await client.query('COMMIT');
  return rows[0]?.hash ?? null;
}
