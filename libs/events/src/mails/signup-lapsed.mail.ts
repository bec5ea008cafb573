import type { MailFact, MailText } from '@upstander/notifications';
import type { SignupFacts } from '../signups/signup-facts.js';
import type { LapsedData } from '../signups/mail-names.js';
import { capital } from './phrases.js';
import type { MailContext, SignupMail } from './signup-mail.js';
import { signupsOfRequest } from './signup-together.mail.js';
import { words } from './signup-lapsed.mail.generated.js';
import { formatRange } from '../time/format-when.js';

/** Sent when an address was not confirmed in time. Links to a new sign-up and removes the calendar entries. */
export const signupLapsed: SignupMail<'signup-lapsed'> = {
  name: 'signup-lapsed',
  isStillRelevant: (signup, data, now) => findLapsed(signup, data).some((one) => isAhead(one, now)),
  calendar: (_signup, { hadPlace }) => (hadPlace ? 'CANCEL' : null),
  entries: (signup, data) => findLapsed(signup, data).filter(({ id }) => data.places?.includes(id) ?? true),
  letter,
};

function findLapsed(signup: SignupFacts, { ids }: LapsedData): SignupFacts[] {
  return signupsOfRequest(signup).filter(
    ({ id, status, verifiedAt }) => (ids?.includes(id) ?? id === signup.id) && status === 'expired' && !verifiedAt,
  );
}

const isAhead = ({ event, startsAt }: SignupFacts, now: Date) => event.status === 'published' && startsAt > now;

function letter({ signup, data, phrases: phrases, now }: MailContext<'signup-lapsed'>): MailText {
  const t = words[phrases.locale];
  const lapsedSignups = findLapsed(signup, data).filter((one) => isAhead(one, now));
  const hasSeveral = lapsedSignups.length > 1 || signup.together !== undefined;
  const variant = !data.hadPlace ? 'waitlist' : lapsedSignups.length > 1 ? 'places' : 'place';
  const shifts = lapsedSignups.map(({ role, startsAt, endsAt, event }): MailFact => {
    return [role, capital(formatRange(startsAt, endsAt, event.timeZone, phrases.locale))];
  });
  return {
    subject: t.subject({ which: hasSeveral ? phrases.title : phrases.distinguishingText }),
    heading: t.heading[variant],
    blocks: [
      phrases.hello,
      `${t.lead[variant]({ several: lapsedSignups.length > 1 })} ${t.again}`,
      { buttons: [{ label: t.button, url: `${phrases.eventUrl}#sign-up` }] },
      hasSeveral ? { facts: shifts } : phrases.facts,
      phrases.misdirectedNote,
    ],
  };
}
