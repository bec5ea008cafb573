import { giftTables, givenIn } from '@upstander/accounting';
import { insertMails, Outbox } from '@upstander/notifications';
import { Clock, Database, JobHandler, Logger, type Job } from '@upstander/platform';

/** First day in January to send statements. Refunds and late payments of December have arrived by then. */
const firstDay = 10;

@JobHandler('make-yearly-statements')
export class MakeYearlyStatements implements Job {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly logger: Logger,
  ) {}

  async run(): Promise<void> {
    const now = this.clock.now();
    if (now.getUTCMonth() !== 0 || now.getUTCDate() < firstDay) return;
    const year = now.getUTCFullYear() - 1;
    const donors = await this.db.transaction(async (tx) => {
      // The row of the year is both lock and marker: a second worker waits and then finds it.
      const insertedRows = await tx.query(
        `INSERT INTO fundraising.statement_year (year, donors, made_at) VALUES ($1, 0, $2)
         ON CONFLICT (year) DO NOTHING RETURNING year`,
        [year, now],
      );
      if (insertedRows.length === 0) return null;
      const [row] = await tx.query<{ donors: number }>(
        `WITH made AS (
           ${insertMails({
             template: 'yearly-statement',
             key: `'yearly-statement/' || $1 || '/' || d.id`,
             subjectId: 'd.id',
             recipient: 'd.email',
             locale: 'd.locale',
             data: `jsonb_build_object('year', $1::integer)`,
             dueAt: '$2',
             canWait: 'true',
             from: `fundraising.donor d
               WHERE EXISTS (
                 SELECT FROM ${giftTables}
                 WHERE g.donor_id = d.id AND ${givenIn('$1::integer')}
               )`,
           })}
         ), counted AS (SELECT count(*)::integer AS donors FROM made)
         UPDATE fundraising.statement_year y SET donors = counted.donors FROM counted WHERE y.year = $1::integer
         RETURNING counted.donors`,
        [year, now],
      );
      return row!.donors;
    });
    if (donors === null) return;
    this.outbox.deliver();
    this.logger.info({ event: 'statements-made', year, donors }, 'annual statements were queued');
  }
}
