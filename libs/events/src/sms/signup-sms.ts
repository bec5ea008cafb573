import type { SmsBody } from '@upstander/notifications';
import type { MailName } from '../signups/mail-names.js';
import type { SignupFacts } from '../signups/signup-facts.js';
import { formatShortDateTime, formatTime, type MailLocale } from '../time/format-when.js';
import { words } from './signup-sms.texts.generated.js';

/** The text that stands for an email. It names the event and its time, and no address, name or link. */
export interface SignupSms {
  write(signup: SignupFacts, locale: MailLocale): SmsBody;
  /** Until when 1 and 2 answer it; null if they don't. */
  askedUntil(signup: SignupFacts): Date | null;
  /** True if the email is sent as well, because it says more than the text. */
  keepsEmail?: true;
}

export type SmsPhrase = keyof typeof words.en;

export function signupPhrase(phrase: SmsPhrase, signup: SignupFacts, locale: MailLocale): SmsBody {
  const { event, startsAt, offerExpiresAt } = signup;
  const facts = {
    when: formatShortDateTime(startsAt, event.timeZone, locale),
    time: formatTime(startsAt, event.timeZone, locale),
    until: formatShortDateTime(offerExpiresAt ?? startsAt, event.timeZone, locale),
  };
  return { title: event.title, write: (title) => words[locale][phrase]({ title, ...facts }) };
}

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
  'event-cancelled': {
    write: (signup, locale) => signupPhrase('canceled', signup, locale),
    askedUntil: () => null,
    keepsEmail: true,
  },
};
