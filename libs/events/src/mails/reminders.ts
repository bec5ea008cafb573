import type { SignupFacts } from '../signups/signup-facts.js';
import type { ReminderData } from '../signups/mail-names.js';
import type { MailContext } from './signup-mail.js';
import { formatWeekday } from '../time/format-when.js';

/** True if the volunteer still has the place, and the shift has not moved or started. */
export function isReminderStillDue(signup: SignupFacts, data: ReminderData, now: Date): boolean {
  return (
    signup.status === 'confirmed' &&
    signup.event.status === 'published' &&
    signup.startsAt.valueOf() === data.start * 1000 &&
    signup.startsAt > now
  );
}

/** True if the place is unconfirmed, which makes the reminder the last call. */
export function isUnconfirmed(signup: SignupFacts): boolean {
  return !signup.verifiedAt && signup.expiresAt !== null;
}

export function weekday({ signup, event, phrases: phrases }: MailContext<'reminder-day-before'>): string {
  return formatWeekday(signup.startsAt, event.timeZone, phrases.locale);
}
