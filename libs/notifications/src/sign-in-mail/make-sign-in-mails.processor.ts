import { accountByEmail, accountEmail } from '@upstander/identity';
import { Clock, Database, JobHandler, type Job } from '@upstander/platform';
import { insertMails, mailExists } from '../mails/insert-mails.js';
import { Outbox } from '../mails/outbox.js';
import { mailedChanges } from './account-changed.mail.js';

/**
 * Queues emails for sign-in codes, invitations and account changes. libs/identity can't import this library, so it
 * writes rows. Emails go to the stored address, never to the typed one.
 */
@JobHandler('make-sign-in-mails')
export class MakeSignInMails implements Job {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
  ) {}

  async run(): Promise<void> {
    const now = this.clock.now();
    const asked = await this.db.query(mailCodes, [now]);
    const told = await this.db.query(changesToMails, [now, mailedChanges]);
    if (asked.length + told.length > 0) this.outbox.deliver();
  }
}

const mailCodes = `
  WITH asked AS (
    UPDATE identity.sign_in_code SET mailed_at = $1 WHERE mailed_at IS NULL RETURNING id, kind, email, locale
  )
  ${insertMails({
    template: { column: 'named.template' },
    key: `named.template || '/' || asked.id`,
    subjectId: 'asked.id',
    recipient: `coalesce(${accountEmail(accountByEmail('asked.email'))}, asked.email)`,
    locale: 'asked.locale',
    dueAt: '$1',
    from: `asked CROSS JOIN LATERAL (
      SELECT CASE kind WHEN 'code' THEN 'sign-in-code' ELSE 'account-invitation' END AS template
    ) named`,
  })}`;

const changeKey = `'account-changed/' || e.id`;

// Events older than two days are ignored, so an upgrade doesn't alarm people with old news.
const changesToMails = insertMails({
  template: 'account-changed',
  key: changeKey,
  subjectId: 'e.account_id',
  account: 'e.account_id',
  dueAt: '$1',
  from: `identity.security_event e
    WHERE e.account_id IS NOT NULL AND e.kind = ANY($2) AND e.at > $1::timestamptz - interval '2 days'
      AND NOT ${mailExists([changeKey])}`,
});
