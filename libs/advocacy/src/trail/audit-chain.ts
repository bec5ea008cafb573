import { createHmac } from 'node:crypto';
import { accountOf, type SealedReader } from '../database/sealed-reader.js';
import type { AuditEntry } from '../database/audit-entry.js';
import type { SealedTx } from '../database/sealed-tx.js';
import type { AppendResult, ChainHead } from './trail-head.js';

/** A row of the trail, as covered by its hash. */
export interface AuditRow {
  seq: string;
  at: Date;
  actorId: string | null;
  actorKind: SealedReader['kind'];
  action: string;
  recordKind: string;
  recordId: string;
  /** Plain text, only in rows from before reasons were sealed. */
  reason: string | null;
  sealedReason: Buffer | null;
}

/** An entry with its reason sealed, because it is free text about the record. */
export type SealedEntry = Omit<AuditEntry, 'reason'> & { sealedReason: Buffer | null };

/**
 * Append-only trail in which every row includes the keyed hash of the previous one. A changed or missing row breaks it.
 */
export class AuditChain {
  /** Appends rows and returns the new head. Locks the head until the transaction ends, so the chain has one order. */
  static async append(tx: SealedTx, entries: readonly SealedEntry[]): Promise<AppendResult | null> {
    if (entries.length === 0) return null;
    const [head] = await tx.query<ChainHead & Record<string, unknown>>(
      'SELECT seq, hash FROM sealed.audit_head FOR UPDATE',
    );
    if (!head) throw new Error('The audit trail has no head.');
    let { hash } = head;
    let seq = BigInt(head.seq);
    const rows = entries.map((entry) => {
      seq += 1n;
      const row = rowOf(tx, entry, seq.toString());
      const previous = hash;
      hash = hashOf(tx.trailKey, previous, row);
      const hex = { sealedReason: row.sealedReason?.toString('hex') ?? null, previous: previous.toString('hex') };
      return { ...row, ...hex, hash: hash.toString('hex') };
    });
    await tx.query(
      `INSERT INTO sealed.audit (seq, at, actor_id, actor_kind, action, record_kind, record_id, sealed_reason, previous, hash)
       SELECT seq, at, "actorId", "actorKind", action, "recordKind", "recordId", decode("sealedReason", 'hex'),
         decode(previous, 'hex'), decode(hash, 'hex')
       FROM jsonb_to_recordset($1::jsonb) AS r (seq bigint, at timestamptz, "actorId" uuid, "actorKind" text, action text,
         "recordKind" text, "recordId" uuid, "sealedReason" text, previous text, hash text)`,
      [JSON.stringify(rows)],
    );
    await tx.query('UPDATE sealed.audit_head SET seq = $1, hash = $2', [seq.toString(), hash]);
    return { before: head, end: { seq: seq.toString(), hash } };
  }

  /** Checks the whole trail and returns the number of the first broken or missing row, or null. */
  static async firstInvalidRow(tx: SealedTx, pageSize = 1_000): Promise<string | null> {
    return (await AuditChain.check(tx, null, pageSize)).firstInvalidRow;
  }

  /**
   * Checks the whole trail and also returns the expected number of rows. Rows added meanwhile are left for the next
   * check.
   * @param storedHead the head before this transaction began; the trail may be longer now, but never shorter
   */
  static async check(
    tx: SealedTx,
    storedHead: ChainHead | null,
    pageSize = 1_000,
  ): Promise<{ firstInvalidRow: string | null; rows: string }> {
    const [head] = await tx.query<ChainHead & Record<string, unknown>>('SELECT seq, hash FROM sealed.audit_head');
    if (!head) return { firstInvalidRow: '1', rows: '0' };
    const last = BigInt(head.seq);
    let previous: Buffer = Buffer.alloc(32);
    let next = 1n;
    while (next <= last) {
      const rows = await tx.query<AuditRow & { isExact: boolean; previous: Buffer; hash: Buffer }>(
        `SELECT seq, at, date_trunc('milliseconds', at) = at AS "isExact", actor_id AS "actorId", actor_kind AS "actorKind", action, record_kind AS "recordKind",
           record_id AS "recordId", reason, sealed_reason AS "sealedReason", previous, hash
         FROM sealed.audit WHERE seq >= $1 AND seq <= $2 ORDER BY seq LIMIT $3`,
        [next.toString(), head.seq, pageSize],
      );
      for (const row of rows) {
        const isIntact =
          row.seq === next.toString() &&
          // The hash covers whole milliseconds, and rows are written that way.
          row.isExact &&
          row.previous.equals(previous) &&
          (row.seq !== storedHead?.seq || row.hash.equals(storedHead.hash)) &&
          row.hash.equals(hashOf(tx.trailKey, previous, row));
        if (!isIntact) return { firstInvalidRow: next.toString(), rows: head.seq };
        previous = row.hash;
        next += 1n;
      }
      if (rows.length === 0) return { firstInvalidRow: next.toString(), rows: head.seq };
    }
    const isWhole = head.hash.equals(previous) && last >= BigInt(storedHead?.seq ?? 0);
    return { firstInvalidRow: isWhole ? null : next.toString(), rows: head.seq };
  }
}

function rowOf(tx: SealedTx, { action, recordKind, recordId, sealedReason }: SealedEntry, seq: string): AuditRow {
  const { reader, at } = tx;
  const actor = { actorId: accountOf(reader), actorKind: reader.kind };
  return { seq, at, ...actor, action, recordKind, recordId: recordId.toLowerCase(), reason: null, sealedReason };
}

function hashOf(key: Buffer, previous: Buffer, row: AuditRow): Buffer {
  const { seq, at, actorId, actorKind, action, recordKind, recordId, reason, sealedReason } = row;
  const canonical = JSON.stringify([
    seq,
    at.toISOString(),
    actorId,
    actorKind,
    action,
    recordKind,
    recordId,
    reason,
    ...(sealedReason ? [sealedReason.toString('hex')] : []),
  ]);
  return createHmac('sha256', key).update(previous).update(canonical).digest();
}
