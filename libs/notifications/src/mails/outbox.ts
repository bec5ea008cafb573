import { Injectable } from '@nestjs/common';
import type { LocaleName } from '@upstander/identity';
import { JobQueue, type Tx } from '@upstander/platform';

export interface NewMail {
  /** The email's occasion, for example `signup-confirm/<id>`. A second email with the same key is ignored. */
  key: string;
  template: string;
  subjectId?: string | null;
  /** Without an address, no email is planned. */
  recipient: string | null;
  locale: LocaleName;
  data?: Record<string, unknown>;
  dueAt: Date;
  canWait?: boolean;
}

/** Queues emails as rows, in the transaction of their cause. */
@Injectable()
export class Outbox {
  constructor(private readonly queue: JobQueue) {}

  /** Adds emails and triggers delivery after commit. Returns the number of new keys. */
  async add(tx: Tx, ...mails: NewMail[]): Promise<number> {
    if (mails.length === 0) return 0;
    const rows = mails.map(({ subjectId, data, canWait, ...mail }) => ({
      ...mail,
      subjectId: subjectId ?? null,
      data: data ?? {},
      canWait: canWait ?? false,
    }));
    const made = await tx.query(
      `INSERT INTO notifications.mail (key, template, subject_id, recipient, locale, data, due_at, can_wait)
       SELECT key, template, "subjectId", recipient, locale, data, "dueAt", "canWait"
       FROM jsonb_to_recordset($1::jsonb) AS m (key text, template text, "subjectId" uuid, recipient citext, locale text,
         data jsonb, "dueAt" timestamptz, "canWait" boolean)
       ON CONFLICT (key) DO NOTHING RETURNING 1 AS made`,
      [JSON.stringify(rows)],
    );
    if (made.length > 0) tx.afterCommit(() => this.queue.enqueue('deliver-due-mail'));
    return made.length;
  }

  /** Deletes all emails about erased persons, sent or not. */
  async forget(tx: Tx, subjectIds: readonly string[]): Promise<void> {
    if (subjectIds.length > 0)
      await tx.query('DELETE FROM notifications.mail WHERE subject_id = ANY ($1::uuid[])', [subjectIds]);
  }
}
