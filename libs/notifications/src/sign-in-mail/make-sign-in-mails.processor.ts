import { Injectable } from '@nestjs/common';
import { Clock, Database, JobHandler, JobQueue, type Job } from '@upstander/platform';

/**
 * Turns asked-for codes and invitations into mails. Identity cannot reach up to us, so it leaves a row and we read it. A
 * mail goes to the address the account has, never to the one that was typed.
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
    const made = await this.db.query(
      `WITH asked AS (
         UPDATE identity.sign_in_code SET mailed_at = $1 WHERE mailed_at IS NULL RETURNING id, kind, email, locale
       )
       INSERT INTO notifications.mail (key, template, subject_id, recipient, locale, due_at)
       SELECT template || '/' || asked.id, template, asked.id, coalesce(a.email, asked.email), asked.locale, $1
       FROM asked LEFT JOIN identity.account a ON a.email = asked.email CROSS JOIN LATERAL (
         SELECT CASE kind WHEN 'code' THEN 'sign-in-code' ELSE 'account-invitation' END AS template
       ) named
       ON CONFLICT (key) DO NOTHING RETURNING id`,
      [this.clock.now()],
    );
    if (made.length > 0) this.queue.ring('deliver-due-mail');
  }
}
