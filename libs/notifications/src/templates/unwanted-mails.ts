import { Injectable } from '@nestjs/common';
import { Database } from '@upstander/platform';
import type { MailRow, MailTemplate } from './mail-template.js';

interface SkippedMail {
  id: string;
  status: 'skipped';
  error: string;
}

/** Shown in the email log. */
const stopped = 'Not sent: this address bounced, or its owner reported an email as spam.';
export const turnedOff = 'Not sent: the recipient turned off these emails.';

/** Finds emails that must not be sent: their address bounced, or the recipient has turned off their topic since. */
@Injectable()
export class UnwantedMails {
  constructor(private readonly db: Database) {}

  async filter<Row extends MailRow>(
    mails: readonly Row[],
    { topic: chosen, checksChoice, isAlwaysTried }: MailTemplate,
  ): Promise<{ mails: Row[]; outcomes: SkippedMail[] }> {
    const topic = checksChoice ? null : chosen;
    if (isAlwaysTried && topic === null) return { mails: [...mails], outcomes: [] };
    const rows = await this.db.query<{ id: string; error: string }>(
      `SELECT m.id, CASE WHEN EXISTS (
           SELECT FROM notifications.delivery_problem p WHERE p.recipient = m.recipient::citext AND NOT $3::boolean
         ) THEN $5::text WHEN EXISTS (
           SELECT FROM notifications.preference c
           WHERE c.recipient = m.recipient::citext AND c.topic = $4::text AND c.frequency = 'never'
         ) THEN $6 END AS error
       FROM unnest($1::uuid[], $2::text[]) AS m (id, recipient)`,
      [mails.map(({ id }) => id), mails.map(({ recipient }) => recipient), isAlwaysTried, topic, stopped, turnedOff],
    );
    const errors = new Map(rows.flatMap(({ id, error }) => (error ? [[id, error] as const] : [])));
    return {
      mails: mails.filter(({ id }) => !errors.has(id)),
      outcomes: [...errors].map(([id, error]) => ({ id, status: 'skipped', error })),
    };
  }
}
