import type { SignupFacts } from '../calendars/signup-facts.js';
import type { ReminderData } from './mail-names.js';
import type { About } from './signup-mail.js';
import { whenWeekday } from './when.js';

/** A reminder is for a place one still has, for the start it was made for, and only before that start. */
export function remindersStillTrue(signup: SignupFacts, data: ReminderData, now: Date): boolean {
  return (
    signup.status === 'confirmed' &&
    signup.event.status === 'published' &&
    signup.startsAt.valueOf() === data.start * 1000 &&
    signup.startsAt > now
  );
}

/** Holds a place whose address is not confirmed: the reminder is also the last call. */
export function unconfirmed(signup: SignupFacts): boolean {
  return !signup.verifiedAt && signup.expiresAt !== null;
}

/** "Saturday" */
export function weekday({ signup, event, say }: About<'reminder-day-before'>): string {
  return whenWeekday(signup.startsAt, event.timeZone, say.locale);
}
