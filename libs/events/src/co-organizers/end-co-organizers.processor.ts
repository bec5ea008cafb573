import { Clock, Database, JobHandler, type Job } from '@upstander/platform';

/** Ends the access of co-organizers 30 days after the event, or after the last date of the series. */
@JobHandler('end-co-organizers')
export class EndCoOrganizers implements Job {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    await this.db.query(
      `DELETE FROM identity.record_grant g
       WHERE EXISTS (SELECT FROM events.event e WHERE g.record_id IN (e.id, e.series_id))
         AND NOT EXISTS (
           SELECT FROM events.event e
           WHERE g.record_id IN (e.id, e.series_id) AND e.ends_at > $1::timestamptz - interval '30 days'
         )`,
      [this.clock.now()],
    );
  }
}
