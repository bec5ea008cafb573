import { MailTemplates, type MailRow } from '@upstander/notifications';
import { Metrics, type Database } from '@upstander/platform';
import { randomUUID } from 'node:crypto';
import type { TestApp } from './app.js';

declare module '@upstander/notifications' {
  interface MailDataByTemplate {
    'a-note': MailRow['data'];
  }
}

export interface MailParts {
  key?: string;
  template?: string;
  recipient?: string;
  locale?: 'en' | 'es';
  data?: Record<string, unknown>;
  dueAt?: Date;
  canWait?: boolean;
}

/** Due now by default. */
export async function aMail(db: Database, mail: MailParts = {}): Promise<{ id: string; recipient: string }> {
  const recipient = mail.recipient ?? `${randomUUID()}@example.org`;
  const [row] = await db.query<{ id: string }>(
    `INSERT INTO notifications.mail (key, template, recipient, locale, data, due_at, can_wait) VALUES ($1, $2, $3, $4, $5, $6, $7)
     RETURNING id`,
    [
      mail.key ?? `a-note/${randomUUID()}`,
      mail.template ?? 'a-note',
      recipient,
      mail.locale ?? 'en',
      mail.data ?? {},
      mail.dueAt ?? new Date(0),
      mail.canWait ?? false,
    ],
  );
  return { id: row!.id, recipient };
}

export async function mailRow(
  db: Database,
  id: string,
): Promise<{ status: string; attempts: number; last_error: string | null; due_at: Date; sent_at: Date | null }> {
  const [row] = await db.query<Awaited<ReturnType<typeof mailRow>>>(
    'SELECT status, attempts, last_error, due_at, sent_at FROM notifications.mail WHERE id = $1',
    [id],
  );
  return row!;
}

/** Returns what the alert about waiting emails or texts measures. */
export async function oldestDueSeconds(app: TestApp, channel: 'mail' | 'sms'): Promise<number | null | undefined> {
  const metrics = app.nest.get(Metrics);
  metrics.invalidate();
  const name = `upstander_${channel}_oldest_due_seconds` as const;
  return (await metrics.measure()).find((one) => one.name === name)?.value;
}

/** Registers the template `a-note`, whose text is in its row. A row with `gone` is skipped. */
export function registerNoteTemplate(app: TestApp): void {
  app.nest.get(MailTemplates).define<MailRow['data']>({
    name: 'a-note',
    by: ({ id }) => id,
    async load(_, mails) {
      if (mails.some(({ data }) => data['unloadable'])) throw new Error('The table is away.');
      return new Map(mails.map(({ id, data }) => [id, data]));
    },
    isStillRelevant: ({ gone }) => !gone,
    write(data) {
      if (data['unwritable']) throw new Error('This cannot be written.');
      const replyTo = data['replyTo'] as string | undefined;
      return {
        subject: String(data['subject'] ?? 'A note'),
        heading: 'A note',
        blocks: [],
        ...(replyTo && { replyTo }),
      };
    },
  });
}
