import { insertMails, Outbox } from '@upstander/notifications';
import { Clock, Database, JobHandler, type Job } from '@upstander/platform';

/**
 * The email never includes the amount. It waits one day, so that donors can correct the dedication and refunded gifts
 * are not announced. The key contains the gift's ID, so each dedication is announced once.
 */
export const notifyHonourees = insertMails({
  template: 'honouree-notice',
  key: `'honouree-notice/' || g.id`,
  subjectId: 'g.id',
  recipient: 'd.notify_email',
  locale: `CASE WHEN g.locale = 'es' THEN 'es' ELSE 'en' END`,
  dueAt: '$1',
  from: `fundraising.dedication d JOIN fundraising.gift g ON g.id = d.gift_id
    WHERE d.notify_email IS NOT NULL AND d.created_at <= $1::timestamptz - interval '1 day'
      AND d.created_at > $1::timestamptz - interval '30 days'
      AND g.status IN ('paid', 'partly_refunded')`,
});

@JobHandler('notify-honourees')
export class NotifyHonourees implements Job {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
  ) {}

  async run(): Promise<void> {
    const notified = await this.db.query(notifyHonourees, [this.clock.now()]);
    if (notified.length > 0) this.outbox.deliver();
  }
}
