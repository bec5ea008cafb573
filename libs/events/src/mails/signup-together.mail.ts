import type { MailText, MailFact } from '@upstander/notifications';
import type { SignupFacts } from '../signups/signup-facts.js';
import { capital } from './phrases.js';
import { isStillActive, type MailContext, type SignupMail } from './signup-mail.js';
import { words } from './signup-together.mail.generated.js';
import { formatRange, type MailLocale } from '../time/format-when.js';

/** Sent right after a sign-up for several shifts: the result of each, and one button to confirm all. */
export const signupTogether: SignupMail<'signup-together'> = {
  name: 'signup-together',
  isStillRelevant: (signup) => signupsOfRequest(signup).some(isStillActive),
  calendar: (signup) => (signupsOfRequest(signup).some(hasPlace) ? 'PUBLISH' : null),
  entries: (signup) => signupsOfRequest(signup).filter(hasPlace),
  letter,
};

/** Returns all sign-ups of the request; just this one if the others were not loaded. */
export function signupsOfRequest(signup: SignupFacts): readonly SignupFacts[] {
  return signup.together ?? [signup];
}

function hasPlace(signup: SignupFacts): boolean {
  return isStillActive(signup) && signup.status === 'confirmed' && signup.original === null;
}

function letter({ signup, phrases: phrases }: MailContext<'signup-together'>): MailText {
  const t = words[phrases.locale];
  const { title } = phrases;
  const all = signupsOfRequest(signup).filter(isStillActive);
  const [unverified] = all.filter((one) => one.expiresAt !== null && !one.verifiedAt && one.original === null);
  const facts = all.map((one): MailFact => [stateOf(one, phrases.locale), lineOf(one, phrases.locale)]);
  const places = { facts };
  if (unverified?.expiresAt) {
    return {
      subject: t.toConfirm({ title }),
      heading: t.headingToConfirm,
      blocks: [
        phrases.hello,
        t.confirm({ until: phrases.dateTime(unverified.expiresAt) }),
        phrases.button(t.button),
        places,
        t.cancel,
        phrases.misdirectedNote,
      ],
    };
  }
  return {
    subject: t.subject({ title }),
    heading: t.heading,
    blocks: [phrases.hello, t.thanks, places, t.cancel, phrases.button(t.manage), phrases.misdirectedNote],
  };
}

function stateOf(signup: SignupFacts, locale: MailLocale): string {
  const t = words[locale];
  if (signup.original) return t.already;
  return signup.status === 'confirmed' ? t.place : t.waitlist({ position: signup.position });
}

function lineOf({ role, startsAt, endsAt, event }: SignupFacts, locale: MailLocale): string {
  return `${role}: ${capital(formatRange(startsAt, endsAt, event.timeZone, locale))}`;
}
