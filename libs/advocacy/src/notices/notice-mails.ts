import { Injectable } from '@nestjs/common';
import { accountEmail, isActiveAccount } from '@upstander/identity';
import { insertMails, Outbox } from '@upstander/notifications';
import { Clock, Database } from '@upstander/platform';

/** A recipient of a notice. Everyone gets the same text, which doesn't mention the cause. */
export interface NoticeRecipient {
  accountId: string;
  desk: 'advocate' | 'business';
  /** Time of the latest item; omitted if no earlier notice can cover it. */
  since?: Date;
}

/** Hours before the same person gets another notice. */
const quietHours = 4;

/**
 * Adds notices to the outbox. Their keys contain only the due time and the account, and they are stored with their date
 * only. So neither the email log nor its order reveals when someone wrote or which business was introduced.
 */
@Injectable()
export class NoticeMails {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
  ) {}

  /** Idempotent. */
  async add(recipients: readonly NoticeRecipient[], dueAt: Date, { urgent = false } = {}): Promise<void> {
    if (recipients.length === 0) return;
    const rows = recipients.map((recipient) => ({ since: null, ...recipient }));
    const insertedMails = await this.db.query(
      insertMails({
        template: 'message-waiting',
        key: `'notice/' || floor(extract(epoch FROM $2::timestamptz) / 60) || '/' || r.id`,
        subjectId: 'r.id',
        account: 'r.id',
        data: `jsonb_build_object('accountId', r.id, 'desk', r.desk, 'urgent', $4::boolean)`,
        dueAt: '$2',
        createdAt: `date_trunc('day', $2::timestamptz AT TIME ZONE 'UTC') AT TIME ZONE 'UTC'`,
        from: `(
          SELECT DISTINCT ON (r."accountId") r."accountId" AS id, r.desk
          FROM jsonb_to_recordset($1::jsonb) AS r ("accountId" uuid, desk text, since timestamptz)
          WHERE ${isActiveAccount('r."accountId"')} AND ($4 OR NOT EXISTS (
            SELECT FROM notifications.mail m
            WHERE m.recipient = ${accountEmail('r."accountId"')} AND m.template = 'message-waiting'
              AND (m.due_at > $2::timestamptz - make_interval(hours => $3) OR m.due_at > r.since)
          ))
          ORDER BY r."accountId", r.desk
        ) r`,
      }),
      [JSON.stringify(rows), dueAt, quietHours, urgent],
    );
    if (insertedMails.length > 0) this.outbox.deliver();
  }

  /** Messages are announced only at these times. */
  currentQuarter(): Date {
    const quarter = 15 * 60_000;
    return new Date(Math.floor(this.clock.now().valueOf() / quarter) * quarter);
  }
}
