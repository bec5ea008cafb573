import type { Tx } from '@upstander/platform';
import type { HistoryKind } from './history.entity.js';

/** Adds one history entry per volunteer, in the transaction of the change. `by` is null for the volunteer. */
export async function recordHistoryEntries(
  tx: Tx,
  ids: readonly string[],
  entry: { kind: HistoryKind; at: Date; by?: string | null; chapterId?: string | null; detail?: string | null },
): Promise<void> {
  await tx.query(
    `INSERT INTO volunteers.history (volunteer_id, chapter_id, kind, by_account_id, detail, at)
     SELECT id, $2, $3, $4, $5, $6 FROM unnest($1::uuid[]) id`,
    [ids, entry.chapterId ?? null, entry.kind, entry.by ?? null, entry.detail ?? null, entry.at],
  );
}
