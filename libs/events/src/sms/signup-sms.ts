import type { SmsBody } from '@upstander/notifications';
import type { MailData, MailName } from '../signups/mail-names.js';
import type { SignupFacts } from '../signups/signup-facts.js';
import { formatShortDateTime, formatTime, type MailLocale } from '../time/format-when.js';
import { words } from './signup-sms.texts.generated.js';

/** The text that stands for an email. It names the event and its time, and no address, name or link. */
export interface SignupSms {
  /** False if this email isn't sent as a text. */
  applies?(signup: SignupFacts, data: object): boolean;
  write(signup: SignupFacts, locale: MailLocale, data: object): SmsBody;
  /** Until when 1 and 2 answer it; null if they don't. */
  askedUntil(signup: SignupFacts): Date | null;
  /** True if the email is sent as well, because it says more than the text. */
  keepsEmail?: true;
}

export type SmsPhrase = keyof typeof words.en;

export function signupPhrase(phrase: SmsPhrase, signup: SignupFacts, locale: MailLocale): SmsBody {
  const { event, startsAt, offerExpiresAt } = signup;
  return eventPhrase(phrase, { ...event, startsAt, until: offerExpiresAt ?? startsAt }, locale);
}

interface EventTimes {
  title: string;
  timeZone: string;
  startsAt: Date;
  until?: Date;
}

export function eventPhrase(phrase: SmsPhrase, event: EventTimes, locale: MailLocale): SmsBody {
  const { startsAt, timeZone, until = startsAt } = event;
  const facts = {
    when: formatShortDateTime(startsAt, timeZone, locale),
    time: formatTime(startsAt, timeZone, locale),
    until: formatShortDateTime(until, timeZone, locale),
  };
  return { title: event.title, write: (title) => words[locale][phrase]({ title, ...facts }) };
}

/** Consents to an earlier wording cover texts about volunteering only. */
export const registrationWording = '2026-12-02';

const canceledBy = (data: object) => (data as MailData['signup-cancelled']).by;

const askUntilStart = ({ status, startsAt }: SignupFacts) => (status === 'confirmed' ? startsAt : null);

const reminder = (phrase: SmsPhrase): SignupSms => ({
  write: (signup, locale) => signupPhrase(phrase, signup, locale),
  askedUntil: askUntilStart,
});

export const signupSms: { readonly [Name in MailName]?: SignupSms } = {
  'reminder-day-before': reminder('reminder'),
  'reminder-same-day': reminder('today'),
  'signup-offer': {
    write: (signup, locale) => signupPhrase('offer', signup, locale),
    askedUntil: ({ offerExpiresAt }) => offerExpiresAt,
  },
  'signup-changed': {
    write: (signup, locale) =>
      signupPhrase(signup.status === 'confirmed' ? 'changed' : 'changedWaitlisted', signup, locale),
    askedUntil: askUntilStart,
    keepsEmail: true,
  },
  'signup-cancelled': {
    applies: (_signup, data) => canceledBy(data) !== 'volunteer',
    write: (signup, locale, data) =>
      signupPhrase(canceledBy(data) === 'organizer' ? 'canceledByOrganizer' : 'handedOver', signup, locale),
    askedUntil: () => null,
    keepsEmail: true,
  },
  'event-cancelled': {
    write: (signup, locale) => signupPhrase('canceled', signup, locale),
    askedUntil: () => null,
    keepsEmail: true,
  },
};
