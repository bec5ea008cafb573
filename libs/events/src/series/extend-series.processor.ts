import { Clock, Database, JobHandler, Logger, type Job } from '@upstander/platform';
import { ShiftTimetables } from '../reminders/shift-timetables.js';
import { datesOf, periodAhead, takingPlace } from './series-dates.js';
import { insertOccurrences, lockSeries } from './series-store.js';
import { shiftIdsOf } from '../shifts/series-shifts.js';

/**
 * Adds the dates that have come within twelve months, and ends series that have no date left.
 * Dates that exist are recognized by their planned start, also if they were moved or canceled.
 */
@JobHandler('extend-series')
export class ExtendSeries implements Job {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly timetables: ShiftTimetables,
    private readonly logger: Logger,
  ) {}

  async run(signal: AbortSignal): Promise<void> {
    const open = await this.db.query<{ id: string }>(
      `SELECT id FROM events.series WHERE status <> 'ended' ORDER BY id`,
    );
    for (const { id } of open) {
      if (signal.aborted) return;
      const added = await this.extend(id);
      if (added > 0) this.logger.info({ series: id, added }, 'dates added to a series');
    }
    await this.endFinished();
  }

  private extend(id: string): Promise<number> {
    const now = this.clock.now();
    return this.db.transaction(async (tx) => {
      const series = await lockSeries(tx, id);
      if (series.status === 'ended') return 0;
      const period = periodAhead(series, now);
      const dates = takingPlace(await datesOf(series, period));
      const missing = await tx.query<{ date: string }>(
        `SELECT d.date FROM unnest($2::timestamp[]) AS d (date)
         WHERE NOT EXISTS (SELECT FROM events.event e WHERE e.series_id = $1 AND e.original_local = d.date)
         ORDER BY d.date`,
        [id, dates],
      );
      const added = await insertOccurrences(
        tx,
        series,
        missing.map(({ date }) => date),
        { by: series.createdBy, now },
      );
      if (series.status === 'published') await this.timetables.set(tx, await shiftIdsOf(tx, added));
      return added.length;
    });
  }

  private async endFinished(): Promise<void> {
    await this.db.query(
      `UPDATE events.series s SET status = 'ended', updated_at = $1
       WHERE s.status <> 'ended' AND s.until < ($1::timestamptz AT TIME ZONE s.time_zone)::date AND NOT EXISTS (
         SELECT FROM events.event e WHERE e.series_id = s.id AND e.status IN ('draft', 'published') AND e.ends_at > $1)`,
      [this.clock.now()],
    );
  }
}
