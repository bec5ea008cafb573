import { overdueSql } from '@upstander/accounting';
import { Outbox } from '@upstander/notifications';
import { Clock, Config, Database, JobHandler, type Job } from '@upstander/platform';

@JobHandler('watch-disbursements')
export class WatchDisbursements implements Job {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly outbox: Outbox,
  ) {}

  async run(): Promise<void> {
    const now = this.clock.now();
    await this.db.transaction(async (tx) => {
      const overdue = await tx.query<{ id: string; chapterId: string | null; weeks: number }>(
        `SELECT c.id, c.chapter_id AS "chapterId",
           floor(extract(epoch FROM ($1::timestamptz - o.due_since)) / 604800)::integer AS weeks
         FROM (${overdueSql('$1', '$2', '$3')}) o JOIN fundraising.campaign c ON c.id = o.campaign_id`,
        [now, this.config.DISBURSE_WITHIN_DAYS, this.config.HOLD_AT_MOST_DAYS],
      );
      for (const { id, chapterId, weeks } of overdue) {
        await this.outbox.addForStaff(
          tx,
          { roles: ['admin', 'finance'], chapterId },
          { key: `disbursement-overdue/${id}/${weeks}`, template: 'disbursement-overdue', subjectId: id },
        );
      }
    });
  }
}
