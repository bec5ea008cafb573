import { isUuid, notFound, Refusal } from '@upstander/platform';
import { accountOf } from '../database/sealed-reader.js';
import type { SealedTx } from '../database/sealed-tx.js';
import type { RecordKind, RecordStatus } from './record-kind.js';

export interface LockedRecord extends Record<string, unknown> {
  id: string;
  kind: RecordKind;
  status: RecordStatus;
  takenBy: string | null;
}

/** @throws Refusal NOT_FOUND */
export async function lockRecord(tx: SealedTx, kind: RecordKind, id: string): Promise<LockedRecord> {
  const [row] = isUuid(id)
    ? await tx.query<LockedRecord>(
        `SELECT id, $2 AS kind, status, taken_by AS "takenBy" FROM sealed.${kind} WHERE id = $1 FOR NO KEY UPDATE`,
        [id, kind],
      )
    : [];
  if (!row) throw notFound('This record');
  return row;
}

/** Locks a record the advocate has taken, including closed ones. @throws Refusal NOT_FOUND, TAKE_IT_FIRST */
export async function lockTaken(tx: SealedTx, kind: RecordKind, id: string): Promise<LockedRecord> {
  const record = await lockRecord(tx, kind, id);
  if (record.takenBy !== accountOf(tx.reader))
    throw new Refusal('TAKE_IT_FIRST', 'Please assign this one to yourself first.');
  return record;
}

/**
 * Locks an open record the advocate has taken. Only that advocate may change it.
 * @throws Refusal NOT_FOUND, TAKE_IT_FIRST, RECORD_CLOSED
 */
export async function lockOwnOpenRecord(tx: SealedTx, kind: RecordKind, id: string): Promise<LockedRecord> {
  const record = await lockTaken(tx, kind, id);
  if (record.status === 'closed') throw new Refusal('RECORD_CLOSED', 'This one is closed. Reopen it to continue.');
  return record;
}

export async function moveRecord(tx: SealedTx, { id, kind }: LockedRecord, to: RecordStatus): Promise<void> {
  await tx.query(`UPDATE sealed.${kind} SET status = $2::text, closed_at = $3 WHERE id = $1`, [
    id,
    to,
    to === 'closed' ? tx.at : null,
  ]);
}
