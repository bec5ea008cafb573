import { acknowledgeActionItems } from './action-item-rows.js';
import { activeHoldCondition } from './retention-periods.js';
import { accountOf } from '../database/sealed-reader.js';
import type { SealedTx } from '../database/sealed-tx.js';
import { countForReport } from './monthly-count.js';
import { lockOwnOpenRecord, lockRecord, moveRecord } from './locked-record.js';
import type { RecordKind } from './record-kind.js';
import { requireStep } from './record-steps.js';
import { requireReadReason } from './unusual-read.js';

/**
 * Assigns a record to the advocate and reopens it if closed.
 * @throws Refusal NOT_FOUND; REASON_NEEDED if a colleague has it, or it is closed or on hold
 */
export async function takeRecord(tx: SealedTx, kind: RecordKind, id: string, reason: string | null): Promise<string> {
  const record = await lockRecord(tx, kind, id);
  const me = accountOf(tx.reader);
  const activeHolds = await tx.query(
    `SELECT FROM sealed.legal_hold h WHERE h.record_id = $1 AND ${activeHoldCondition}`,
    [record.id],
  );
  const closed = record.status === 'closed';
  const auditedReason = requireReadReason(
    tx,
    { takenBy: record.takenBy ?? me, closedAt: closed ? tx.at : null, onHold: activeHolds.length > 0 },
    reason,
  );
  await tx.query(`UPDATE sealed.${kind} SET taken_by = $2 WHERE id = $1`, [record.id, me]);
  if (closed) await moveRecord(tx, record, 'contacted');
  tx.audit({ action: closed ? 'reopened' : 'taken', recordKind: kind, recordId: record.id, reason: auditedReason });
  return record.id;
}

/**
 * Closes a record and ends its consents, because no advocate mediates any longer.
 * @throws Refusal NOT_FOUND, TAKE_IT_FIRST, RECORD_CLOSED
 */
export async function close(tx: SealedTx, kind: RecordKind, id: string): Promise<string> {
  const record = await lockOwnOpenRecord(tx, kind, id);
  requireStep(kind, record.status, 'closed');
  await moveRecord(tx, record, 'closed');
  if (kind === 'application') {
    await tx.query('UPDATE sealed.consent SET revoked_at = $2 WHERE application_id = $1 AND revoked_at IS NULL', [
      record.id,
      tx.at,
    ]);
  }
  if (kind === 'application') await acknowledgeActionItems(tx, record.id);
  await countForReport(tx, kind, 'closed');
  tx.audit({ action: 'closed', recordKind: kind, recordId: record.id });
  return record.id;
}

/** Records that the person was reached, which exempts the record from the purge of unreached ones. */
export async function markContacted(tx: SealedTx, kind: RecordKind, id: string): Promise<void> {
  const record = await lockOwnOpenRecord(tx, kind, id);
  if (kind === 'application') await acknowledgeActionItems(tx, record.id);
  if (record.status !== 'new') return;
  await moveRecord(tx, record, 'contacted');
  tx.audit({ action: 'contacted', recordKind: kind, recordId: record.id });
}
