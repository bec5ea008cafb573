import type { Tx } from '@upstander/platform';
import type { HistoryKind } from './history.entity.js';

/** One line for each of these volunteers: what happened, in the transaction in which it happens. `by` is empty for the volunteer. */
export async function noteHistory(
  tx: Tx,
  ids: readonly string[],
  what: { kind: HistoryKind; at: Date; by?: string | null; chapterId?: string | null; detail?: string | null },
): Promise<void> {
  await tx.query(
    `INSERT INTO volunteers.history (volunteer_id, chapter_id, kind, by_account_id, detail, at)
     SELECT id, $2, $3, $4, $5, $6 FROM unnest($1::uuid[]) id`,
    [ids, what.chapterId ?? null, what.kind, what.by ?? null, what.detail ?? null, what.at],
  );
}
