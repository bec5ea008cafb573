import { MailTemplates, SmsInbox, SmsProvider, SmsTransport, type OutgoingSms } from '@upstander/notifications';
import type { Database } from '@upstander/platform';
import { randomUUID } from 'node:crypto';
import type { TestApp } from './app.js';

declare module '@upstander/notifications' {
  interface MailDataByTemplate {
    'a-question': Record<string, unknown>;
  }
}

/** Records texts instead of sending them. */
export class FakeSmsProvider extends SmsProvider {
  readonly sent: OutgoingSms[] = [];
  /** Runs before a text is accepted; throws to refuse it. */
  before: (text: OutgoingSms) => void | Promise<void> = () => undefined;

  async send(text: OutgoingSms): Promise<{ providerId: string }> {
    await this.before(text);
    this.sent.push(text);
    return { providerId: `SM-${text.id}` };
  }

  to(number: string): string[] {
    return this.sent.filter((text) => text.to === number).map(({ body }) => body);
  }
}

/** Turns texts on. */
export function useFakeSms(app: TestApp): FakeSmsProvider {
  const provider = new FakeSmsProvider();
  app.nest.get(SmsTransport).provider = provider;
  return provider;
}

let lastNumber = 0;

/** Returns a mobile number in Los Angeles that no other test uses. */
export const aNumber = () => `+1213555${String((lastNumber += 1)).padStart(4, '0')}`;

export interface ConsentParts {
  recipient: string;
  number?: string;
  channel?: 'text' | 'both';
  locale?: 'en' | 'es';
  wording?: string;
}

export async function aSmsConsent(db: Database, consent: ConsentParts): Promise<{ id: string; number: string }> {
  const [row] = await db.query<{ id: string; number: string }>(
    `INSERT INTO notifications.sms_consent (number, recipient, locale, channel, wording, wording_version, source, given_at)
     VALUES ($1, $2, $3, $4, $5, '2026-12-01', 'account', '2026-11-01') RETURNING id, number`,
    [
      consent.number ?? aNumber(),
      consent.recipient,
      consent.locale ?? 'en',
      consent.channel ?? 'text',
      consent.wording ?? 'You may text me.',
    ],
  );
  return row!;
}

/** Delivers a text from a phone, and returns the reply. */
export async function receiveSms(
  app: TestApp,
  from: string,
  body: string,
  { providerId = `SM${randomUUID()}`, optOutType = null as 'STOP' | 'START' | 'HELP' | null } = {},
): Promise<string | null> {
  const { reply } = await app.nest.get(SmsInbox).received({ providerId, from, to: '+12135559999', body, optOutType });
  return reply;
}

export interface SmsRow {
  id: string;
  status: string;
  due_at: Date;
  attempts: number;
  segments: number | null;
  error_code: number | null;
  last_error: string | null;
  answer: number | null;
}

export async function smsRow(db: Database, key: string): Promise<SmsRow> {
  const [row] = await db.query<SmsRow>(
    `SELECT id, status, due_at, attempts, segments, error_code, last_error, answer FROM notifications.sms WHERE key = $1`,
    [key],
  );
  return row!;
}

/** Registers the email `a-question`, whose text asks something until the time in its row. */
export function registerQuestionTemplate(app: TestApp, answers: unknown[] = []): void {
  app.nest.get(MailTemplates).define<Record<string, unknown>>({
    name: 'a-question',
    by: ({ id }) => id,
    load: (_, mails) => Promise.resolve(new Map(mails.map(({ id, data }) => [id, data]))),
    isStillRelevant: ({ gone }) => !gone,
    write: () => ({ subject: 'A question', heading: 'A question', blocks: [] }),
    sms: {
      write: ({ text }) => String(text ?? 'Are you coming?'),
      question: {
        until: ({ until }) => new Date(String(until ?? '2026-12-10T00:00:00Z')),
        answer(answer) {
          answers.push(answer);
          return Promise.resolve(answer.answer === 1 ? 'Thank you!' : 'That’s fine.');
        },
      },
    },
  });
}
