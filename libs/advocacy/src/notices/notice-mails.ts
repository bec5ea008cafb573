import { Injectable } from '@nestjs/common';
import { Clock, Database, JobQueue } from '@upstander/platform';

/** Someone to notify. The mail says the same to everyone, and nothing about the cause. */
export interface NoticeRecipient {
  accountId: string;
  desk: 'advocate' | 'business';
  /** When the latest news came; omitted for news that no earlier notice can have covered. */
  since?: Date;
}

/** Hours without a second notice to the same person, however much comes in. */
const quietHours = 4;

/**
 * Writes notices to the outbox. Their keys hold the due time and the account only, and they are filed under their day, so
 * that neither the mail log nor its order tells when someone wrote or which business was introduced.
 */
@Injectable()
export class NoticeMails {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly queue: JobQueue,
  ) {}

  /** Adds one notice per recipient, due at `dueAt`; adding them twice adds them once. */
  async add(recipients: readonly NoticeRecipient[], dueAt: Date, { urgent = false } = {}): Promise<void> {
    if (recipients.length === 0) return;
    const rows = recipients.map((recipient) => ({ since: null, ...recipient }));
    const added = await this.db.query(
      `INSERT INTO notifications.mail (key, template, subject_id, recipient, locale, data, due_at, created_at)
       SELECT DISTINCT ON (a.id) 'notice/' || floor(extract(epoch FROM $2::timestamptz) / 60) || '/' || a.id,
         'message-waiting', a.id, a.email, a.locale,
         jsonb_build_object('accountId', a.id, 'desk', r.desk, 'urgent', $4::boolean), $2,
         date_trunc('day', $2::timestamptz AT TIME ZONE 'UTC') AT TIME ZONE 'UTC'
       FROM jsonb_to_recordset($1::jsonb) AS r ("accountId" uuid, desk text, since timestamptz)
         JOIN identity.account a ON a.id = r."accountId" AND a.disabled_at IS NULL
       WHERE $4 OR NOT EXISTS (
         SELECT FROM notifications.mail m
         WHERE m.recipient = a.email AND m.template = 'message-waiting'
           AND (m.due_at > $2::timestamptz - make_interval(hours => $3) OR m.due_at > r.since)
       )
       ORDER BY a.id, r.desk
       ON CONFLICT (key) DO NOTHING RETURNING 1 AS added`,
      [JSON.stringify(rows), dueAt, quietHours, urgent],
    );
    if (added.length > 0) this.queue.enqueue('deliver-due-mail');
  }

  /** The start of the current quarter of an hour: messages are announced at no other time. */
  currentQuarter(): Date {
    const quarter = 15 * 60_000;
    return new Date(Math.floor(this.clock.now().valueOf() / quarter) * quarter);
  }
}
