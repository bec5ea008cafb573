import { Injectable } from '@nestjs/common';
import { Clock, Database, JobHandler, JobQueue, type Job } from '@upstander/platform';
import { mailedChanges } from './account-changed.mail.js';

/**
 * Queues emails for sign-in codes, invitations and account changes. libs/identity can't import this library, so it
 * writes rows. Emails go to the stored address, never to the typed one.
 */
@Injectable()
@JobHandler('make-sign-in-mails')
export class MakeSignInMails implements Job {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly queue: JobQueue,
  ) {}

  async run(): Promise<void> {
    const now = this.clock.now();
    const asked = await this.db.query(asksToMails, [now]);
    const told = await this.db.query(changesToMails, [now, mailedChanges]);
    if (asked.length + told.length > 0) this.queue.enqueue('deliver-due-mail');
  }
}

const asksToMails = `
  WITH asked AS (
    UPDATE identity.sign_in_code SET mailed_at = $1 WHERE mailed_at IS NULL RETURNING id, kind, email, locale
  )
  INSERT INTO notifications.mail (key, template, subject_id, recipient, locale, due_at)
  SELECT template || '/' || asked.id, template, asked.id, coalesce(a.email, asked.email), asked.locale, $1
  FROM asked LEFT JOIN identity.account a ON a.email = asked.email CROSS JOIN LATERAL (
    SELECT CASE kind WHEN 'code' THEN 'sign-in-code' ELSE 'account-invitation' END AS template
  ) named
  ON CONFLICT (key) DO NOTHING RETURNING id`;

// Events older than two days are ignored, so an upgrade doesn't alarm people with old news.
const changesToMails = `
  INSERT INTO notifications.mail (key, template, subject_id, recipient, locale, due_at)
  SELECT 'account-changed/' || e.id, 'account-changed', a.id, a.email, a.locale, $1
  FROM identity.security_event e JOIN identity.account a ON a.id = e.account_id
  WHERE e.kind = ANY($2) AND e.at > $1::timestamptz - interval '2 days'
    AND NOT EXISTS (SELECT FROM notifications.mail m WHERE m.key = 'account-changed/' || e.id)
  ON CONFLICT (key) DO NOTHING RETURNING id`;
