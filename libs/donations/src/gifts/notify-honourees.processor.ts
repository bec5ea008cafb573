import { Injectable } from '@nestjs/common';
import { Clock, Database, JobHandler, JobQueue, type Job } from '@upstander/platform';

/**
 * Emails the people named in dedications. The email never includes the amount. It waits one day, so
 * that donors can correct the dedication and refunded gifts are not announced. The gift's ID is part of the email key,
 * so each dedication is announced once.
 */
export const notifyHonourees = `
  INSERT INTO notifications.mail (key, template, subject_id, recipient, locale, due_at)
  SELECT 'honouree-notice/' || g.id, 'honouree-notice', g.id, d.notify_email,
    CASE WHEN g.locale = 'es' THEN 'es' ELSE 'en' END, $1
  FROM fundraising.dedication d JOIN fundraising.gift g ON g.id = d.gift_id
  WHERE d.notify_email IS NOT NULL AND d.created_at <= $1::timestamptz - interval '1 day'
    AND d.created_at > $1::timestamptz - interval '30 days'
    AND g.status IN ('paid', 'partly_refunded')
  ON CONFLICT (key) DO NOTHING RETURNING 1 AS told`;

@Injectable()
@JobHandler('notify-honourees')
export class NotifyHonourees implements Job {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly queue: JobQueue,
  ) {}

  async run(): Promise<void> {
    const notified = await this.db.query(notifyHonourees, [this.clock.now()]);
    if (notified.length > 0) this.queue.enqueue('deliver-due-mail');
  }
}
