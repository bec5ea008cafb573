import { Clock, Database, JobHandler, type Job, type Tx } from '@upstander/platform';
import { OfflineBooking, type OfflineDraft } from '../offline/offline-booking.js';

const chunk = 200;

/** Works in chunks, so progress is visible and a crash loses nothing. */
@JobHandler('import-gifts')
export class ImportGifts implements Job {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly booking: OfflineBooking,
  ) {}

  async run(signal: AbortSignal): Promise<void> {
    for (let hasMore = true; hasMore && !signal.aborted;) hasMore = await this.db.transaction((tx) => this.next(tx));
  }

  /** Returns false if no file is left. */
  private async next(tx: Tx): Promise<boolean> {
    const [file] = await tx.query<{ id: string }>(
      `SELECT id FROM fundraising.gift_import WHERE status = 'importing' ORDER BY created_at, id LIMIT 1
       FOR UPDATE SKIP LOCKED`,
    );
    if (!file) return false;
    const rows = await tx.query<{ n: number; content: OfflineDraft }>(
      // The lock prevents importing rows that an erasure is deleting.
      'SELECT n, content FROM fundraising.gift_import_row WHERE import_id = $1 ORDER BY n LIMIT $2 FOR UPDATE',
      [file.id, chunk],
    );
    const bookedIds = await this.booking.book(
      tx,
      rows.map(({ content }) => content),
    );
    await tx.query('UPDATE fundraising.gift SET import_id = $1 WHERE id = ANY ($2::uuid[])', [file.id, [...bookedIds]]);
    // The row is deleted in the same transaction, because the gift contains its data.
    await tx.query('DELETE FROM fundraising.gift_import_row WHERE import_id = $1 AND n = ANY ($2::integer[])', [
      file.id,
      rows.map(({ n }) => n),
    ]);
    await tx.query(
      `UPDATE fundraising.gift_import SET rows_imported = rows_imported + $2, rows_known = rows_known + $3,
         status = CASE WHEN $4 THEN 'done' ELSE status END, finished_at = CASE WHEN $4 THEN $5::timestamptz END
       WHERE id = $1`,
      [file.id, bookedIds.size, rows.length - bookedIds.size, rows.length < chunk, this.clock.now()],
    );
    return true;
  }
}
