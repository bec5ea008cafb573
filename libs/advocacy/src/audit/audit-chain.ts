import { createHash } from 'node:crypto';
import { accountOf, type Eyes } from '../sealed/eyes.js';
import type { SealedTx } from '../sealed/sealed-tx.js';

/** What was done or read; the eyes of the transaction say by whom. */
export interface AuditEntry {
  /** A verb, such as `read`, `introduced`, `consent-revoked`. */
  action: string;
  recordKind: 'application' | 'consultation' | 'introduction' | 'audit' | 'report';
  recordId: string;
  /** Why, where it is unusual: never what was read. */
  reason?: string;
}

/** A row of the trail, as it is chained. */
export interface AuditRow {
  seq: string;
  at: Date;
  actorId: string | null;
  actorKind: Eyes['kind'];
  action: string;
  recordKind: string;
  recordId: string;
  reason: string | null;
}

/** An append-only trail whose every row holds the hash of the one before: a changed or missing row breaks it. */
export class AuditChain {
  /** Adds a row at the end. The head is locked until the transaction ends, so that the chain has one order. */
  static async append(tx: SealedTx, entry: AuditEntry): Promise<void> {
    const [head] = await tx.query<{ seq: string; hash: Buffer }>('SELECT seq, hash FROM sealed.audit_head FOR UPDATE');
    if (!head) throw new Error('The audit trail has no head.');
    const row: AuditRow = {
      seq: (BigInt(head.seq) + 1n).toString(),
      at: tx.at,
      actorId: accountOf(tx.eyes),
      actorKind: tx.eyes.kind,
      action: entry.action,
      recordKind: entry.recordKind,
      recordId: entry.recordId,
      reason: entry.reason ?? null,
    };
    const hash = hashOf(head.hash, row);
    await tx.query(
      `INSERT INTO sealed.audit
         (seq, at, actor_id, actor_kind, action, record_kind, record_id, reason, previous, hash)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        ...[row.seq, row.at, row.actorId, row.actorKind, row.action, row.recordKind, row.recordId, row.reason],
        ...[head.hash, hash],
      ],
    );
    await tx.query('UPDATE sealed.audit_head SET seq = $1, hash = $2', [row.seq, hash]);
  }

  /**
   * Walks the whole trail. Answers the number of the first row that is not what was written, or that follows a gap; null
   * when every row holds and the last is the head.
   */
  static async firstBroken(tx: SealedTx, pageSize = 1_000): Promise<string | null> {
    let previous: Buffer = Buffer.alloc(32);
    let next = 1n;
    for (;;) {
      const rows = await tx.query<AuditRow & { previous: Buffer; hash: Buffer }>(
        `SELECT seq, at, actor_id AS "actorId", actor_kind AS "actorKind", action, record_kind AS "recordKind",
           record_id AS "recordId", reason, previous, hash
         FROM sealed.audit WHERE seq >= $1 ORDER BY seq LIMIT $2`,
        [next.toString(), pageSize],
      );
      for (const row of rows) {
        const holds =
          row.seq === next.toString() && row.previous.equals(previous) && row.hash.equals(hashOf(previous, row));
        if (!holds) return next.toString();
        previous = row.hash;
        next += 1n;
      }
      if (rows.length < pageSize) break;
    }
    const [head] = await tx.query<{ seq: string; hash: Buffer }>('SELECT seq, hash FROM sealed.audit_head');
    const complete = head && BigInt(head.seq) === next - 1n && head.hash.equals(previous);
    return complete ? null : next.toString();
  }
}

function hashOf(previous: Buffer, row: AuditRow): Buffer {
  const { seq, at, actorId, actorKind, action, recordKind, recordId, reason } = row;
  const canonical = JSON.stringify([
    ...[seq, at.toISOString(), actorId, actorKind, action, recordKind, recordId, reason],
  ]);
  return createHash('sha256').update(previous).update(canonical).digest();
}
