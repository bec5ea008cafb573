import type { RecordKind } from './record-kind.js';
import type { SealedTx } from '../database/sealed-tx.js';

/** Counts an event for the report. Stores only its UTC month, and outlives the record. */
export async function countForReport(
  tx: SealedTx,
  kind: RecordKind,
  measure: 'opened' | 'closed' | 'introduced',
): Promise<void> {
  await tx.query('INSERT INTO sealed.monthly_count (month, kind, what) VALUES ($1, $2, $3)', [
    `${tx.at.toISOString().slice(0, 7)}-01`,
    kind,
    measure,
  ]);
}
