import type { MailText } from '@upstander/notifications';
import type { EventFacts, SignupFacts } from '../calendars/signup-facts.js';
import type { MailData, MailName } from './mail-names.js';
import type { Phrases } from './phrases.js';
import type { MailLocale } from './when.js';

/** What a letter is written from. */
export interface About<Name extends MailName> {
  signup: SignupFacts;
  event: EventFacts;
  data: MailData[Name];
  /** Ready-made sentences and links in the person's language. */
  say: Phrases;
  now: Date;
}

/** One mail about a sign-up: whether it still makes sense when it is sent, and its words in both languages. */
export interface SignupMail<Name extends MailName> {
  name: Name;
  /** False once there is nothing left to say: somebody cancelled, a shift moved or began. The mail is skipped then. */
  stillTrue(signup: SignupFacts, data: MailData[Name], now: Date): boolean;
  letter: Readonly<Record<MailLocale, (about: About<Name>) => MailText>>;
  /** The calendar entry that goes with it, if any. */
  calendar?(signup: SignupFacts, data: MailData[Name]): 'PUBLISH' | 'CANCEL' | null;
  /** Of one about several that were made in one go: those the entry is of. */
  entries?(signup: SignupFacts, data: MailData[Name]): readonly SignupFacts[];
}

/** A confirmed place belongs in the calendar; a place on the waitlist or an offer does not, yet. */
export function placeInCalendar(signup: SignupFacts): 'PUBLISH' | null {
  return signup.status === 'confirmed' ? 'PUBLISH' : null;
}

/** Whether the sign-up still stands, and the event with it. */
export function stands(signup: SignupFacts): boolean {
  return ['confirmed', 'waitlisted', 'offered'].includes(signup.status) && signup.event.status === 'published';
}
