import type { RecordKind } from '../records/record-kind.js';
import type { SealedTx } from '../sealed/sealed-tx.js';

/** Counts something for the totals, which outlive what they count: only its month is kept (UTC). */
export async function countForReport(
  tx: SealedTx,
  kind: RecordKind,
  what: 'opened' | 'closed' | 'introduced',
): Promise<void> {
  await tx.query('INSERT INTO sealed.monthly_count (month, kind, what) VALUES ($1, $2, $3)', [
    `${tx.at.toISOString().slice(0, 7)}-01`,
    kind,
    what,
  ]);
}
