import { Clock, Database, JobHandler, type Job } from '@upstander/platform';
import { insertMails } from '../mails/insert-mails.js';
import { Outbox } from '../mails/outbox.js';

/** Queues an email for each new account notice. libs/identity can't import this library, so it writes rows. */
@JobHandler('make-account-notices')
export class MakeAccountNotices implements Job {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
  ) {}

  async run(): Promise<void> {
    const queued = await this.db.query(
      `WITH told AS (
         UPDATE identity.notice SET mailed_at = $1 WHERE mailed_at IS NULL RETURNING id, recipient_id
       )
       ${insertMails({
         template: 'account-notice',
         key: `'account-notice/' || told.id`,
         subjectId: 'told.id',
         account: 'told.recipient_id',
         dueAt: '$1',
         from: 'told',
       })}`,
      [this.clock.now()],
    );
    if (queued.length > 0) this.outbox.deliver();
  }
}
