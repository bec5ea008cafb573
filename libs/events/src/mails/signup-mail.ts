import type { DigestPart, MailText, NotificationTopic } from '@upstander/notifications';
import type { EventFacts, SignupFacts } from '../signups/signup-facts.js';
import type { MailData, MailName } from '../signups/mail-names.js';
import type { Phrases } from './phrases.js';

export interface MailContext<Name extends MailName> {
  signup: SignupFacts;
  event: EventFacts;
  data: MailData[Name];
  phrases: Phrases;
  now: Date;
}

export interface SignupMail<Name extends MailName> {
  name: Name;
  /** Set if people choose how often they get it. */
  topic?: NotificationTopic;
  digest?: DigestPart;
  /** False if the email no longer applies, for example after a cancellation. */
  isStillRelevant(signup: SignupFacts, data: MailData[Name], now: Date): boolean;
  letter(about: MailContext<Name>): MailText;
  calendar?(signup: SignupFacts, data: MailData[Name]): 'PUBLISH' | 'CANCEL' | null;
  /** For an email about several sign-ups: those to include in the attachment. */
  entries?(signup: SignupFacts, data: MailData[Name]): readonly SignupFacts[];
}

/** Returns PUBLISH for a confirmed place. Waitlisted and offered places are not added to calendars yet. */
export function placeInCalendar(signup: SignupFacts): 'PUBLISH' | null {
  return signup.status === 'confirmed' ? 'PUBLISH' : null;
}

export function isStillActive(signup: SignupFacts): boolean {
  return ['confirmed', 'waitlisted', 'offered'].includes(signup.status) && signup.event.status === 'published';
}
