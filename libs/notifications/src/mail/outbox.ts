import { Injectable } from '@nestjs/common';
import { JobQueue, type Tx } from '@upstander/platform';
import type { MailLocale } from '../templates/mail-template.js';

export interface MailToSend {
  key: string;
  template: string;
  subjectId?: string | null;
  recipient: string;
  locale: MailLocale;
  data?: Readonly<Record<string, unknown>>;
  dueAt: Date;
}

/** Puts mails in the outbox within the transaction of their cause, and rings once that is durable. */
@Injectable()
export class Outbox {
  constructor(private readonly queue: JobQueue) {}

  /** A key that is already there changes nothing: the same cause makes one mail. Returns whether it is new. */
  async add(tx: Tx, mail: MailToSend): Promise<boolean> {
    const rows = await tx.query(
      `INSERT INTO notifications.mail (key, template, subject_id, recipient, locale, data, due_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (key) DO NOTHING RETURNING id`,
      [mail.key, mail.template, mail.subjectId ?? null, mail.recipient, mail.locale, mail.data ?? {}, mail.dueAt],
    );
    if (rows.length > 0) tx.afterCommit(() => this.queue.ring('deliver-due-mail'));
    return rows.length > 0;
  }
}
