import { Clock, Database, JobHandler, type Job } from '@upstander/platform';
import { insertMails } from '../mails/insert-mails.js';
import { Outbox } from '../mails/outbox.js';

/**
 * Queues emails about data requests.
 * The last email after an erasure takes over the address from the request. It is deleted once sent or failed.
 */
@JobHandler('make-data-mails')
export class MakeDataMails implements Job {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
  ) {}

  async run(): Promise<void> {
    const now = this.clock.now();
    const links = await this.db.query(mailLinks, [now]);
    const told = await this.db.query(mailRequests, [now]);
    await this.db.query(
      `DELETE FROM notifications.mail WHERE template = 'my-data-done' AND status NOT IN ('due', 'sending')`,
    );
    if (links.length + told.length > 0) this.outbox.deliver();
  }
}

const mailLinks = `
  WITH asked AS (
    UPDATE identity.data_link SET mailed_at = $1 WHERE mailed_at IS NULL RETURNING id, email, locale
  )
  ${insertMails({
    template: 'my-data-link',
    key: `'my-data-link/' || asked.id`,
    subjectId: 'asked.id',
    recipient: 'asked.email',
    locale: 'asked.locale',
    dueAt: '$1',
    from: 'asked',
  })}`;

// All CTEs see the rows as before the statement, so the address is still readable.
const mailRequests = `
  WITH told AS (
    SELECT id, email, locale, told FROM identity.data_request
    WHERE told IS NOT NULL AND told_at IS NULL AND email IS NOT NULL ORDER BY requested_at LIMIT 500 FOR UPDATE SKIP LOCKED
  ), noted AS (
    UPDATE identity.data_request r SET told_at = $1, email = CASE WHEN r.status IN ('open', 'approved') THEN r.email END
    FROM told WHERE told.id = r.id RETURNING r.id
  )
  ${insertMails({
    template: { column: `'my-data-' || told.told` },
    key: `'my-data-' || told.told || '/' || told.id`,
    subjectId: 'told.id',
    recipient: 'told.email',
    locale: 'told.locale',
    dueAt: '$1',
    from: 'told JOIN noted ON noted.id = told.id',
  })}`;
