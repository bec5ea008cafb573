import type { DemoEvent } from './events.js';
import { idOf } from './random.js';
import type { DemoSignup } from './signups.js';

export interface DemoMail {
  id: string;
  key: string;
  template: string;
  subjectId: string;
  recipient: string;
  locale: 'en' | 'es';
  data: Record<string, unknown>;
  status: 'sent' | 'failed' | 'bounced';
  dueAt: Date;
  attempts: number;
  sentAt: Date | null;
  lastError: string | null;
}

const hour = 3_600_000;

/** Two emails failed, so that the email log has something to fix. */
export function mailLog(events: readonly DemoEvent[], signups: readonly DemoSignup[], now: Date): DemoMail[] {
  const byShift = new Map(events.flatMap((event) => event.shifts.map((shift) => [shift.id, event] as const)));
  const mails = signups.flatMap((signup) => mailsOfSignup(signup, byShift.get(signup.shiftId)));
  const sent = mails.filter((mail) => mail.dueAt < now).sort((a, b) => a.dueAt.valueOf() - b.dueAt.valueOf());
  const recent = sent.filter((mail) => mail.template === 'signup-confirm');
  markFailed(recent.at(-9), 'bounced', 1, '550 5.1.1 The mailbox does not exist');
  markFailed(recent.at(-31), 'failed', 12, '451 4.3.2 Please try again later');
  return sent;
}

function mailsOfSignup(signup: DemoSignup, event: DemoEvent | undefined): DemoMail[] {
  const { createdAt, told, startsAt, endsAt, endedAt } = signup;
  // Walk-ins get no email.
  if (createdAt > startsAt) return [];
  const mails = [mail(signup, told.status === 'confirmed' ? 'signup-confirm' : 'signup-waitlisted', createdAt)];
  if (signup.status === 'offered' && signup.offerExpiresAt) {
    mails.push(mail(signup, 'signup-offer', new Date(signup.offerExpiresAt.valueOf() - 24 * hour)));
  }
  if (endedAt) {
    if (event?.status === 'cancelled') mails.push(mail(signup, 'event-cancelled', endedAt));
    else mails.push(mail(signup, 'signup-cancelled', endedAt, { by: 'volunteer' }));
  } else if (event?.status === 'completed') {
    const start = { start: startsAt.valueOf() / 1000 };
    const morning = new Date(startsAt.valueOf() - 22 * hour);
    if (morning > createdAt) mails.push(mail(signup, 'reminder-day-before', morning, start, true));
    mails.push(mail(signup, 'thank-you', new Date(endsAt.valueOf() + hour), start, true));
  }
  return mails;
}

function mail(
  signup: DemoSignup,
  template: string,
  dueAt: Date,
  data: Record<string, unknown> = {},
  dated = false,
): DemoMail {
  const key = `${template}/${signup.id}${dated ? `/${Math.floor(dueAt.valueOf() / 1000)}` : ''}`;
  return {
    id: idOf('mail', key),
    key,
    template,
    subjectId: signup.id,
    recipient: signup.person.email,
    locale: signup.person.locale,
    data,
    status: 'sent',
    dueAt,
    attempts: 1,
    sentAt: new Date(dueAt.valueOf() + 2_000),
    lastError: null,
  };
}

function markFailed(
  mail: DemoMail | undefined,
  status: 'failed' | 'bounced',
  attempts: number,
  lastError: string,
): void {
  if (mail) Object.assign(mail, { status, attempts, lastError, sentAt: null });
}
