import { Injectable } from '@nestjs/common';
import { Clock, Database, JobHandler, JobQueue, type Job } from '@upstander/platform';

/** Queues an email for each new account notice. libs/identity can't import this library, so it writes rows. */
@Injectable()
@JobHandler('make-account-notices')
export class MakeAccountNotices implements Job {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly queue: JobQueue,
  ) {}

  async run(): Promise<void> {
    const queued = await this.db.query(
      `WITH told AS (
         UPDATE identity.notice SET mailed_at = $1 WHERE mailed_at IS NULL RETURNING id, recipient_id
       )
       INSERT INTO notifications.mail (key, template, subject_id, recipient, locale, due_at)
       SELECT 'account-notice/' || told.id, 'account-notice', told.id, a.email, a.locale, $1
       FROM told JOIN identity.account a ON a.id = told.recipient_id
       ON CONFLICT (key) DO NOTHING RETURNING id`,
      [this.clock.now()],
    );
    if (queued.length > 0) this.queue.enqueue('deliver-due-mail');
  }
}
