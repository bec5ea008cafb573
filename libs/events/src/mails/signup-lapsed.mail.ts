import type { MailFact, MailText } from '@upstander/notifications';
import type { SignupFacts } from '../signups/signup-facts.js';
import type { LapsedData } from '../signups/mail-names.js';
import { capital } from './phrases.js';
import type { MailContext, SignupMail } from './signup-mail.js';
import { signupsOfRequest } from './signup-together.mail.js';
import { words } from './signup-lapsed.mail.generated.js';
import { whenRange } from '../time/format-when.js';

/** Sent when an address was not confirmed in time. Links to a new sign-up and removes the calendar entries. */
export const signupLapsed: SignupMail<'signup-lapsed'> = {
  name: 'signup-lapsed',
  stillTrue: (signup, data, now) => lapsedOf(signup, data).some((one) => isAhead(one, now)),
  calendar: (_signup, { hadPlace }) => (hadPlace ? 'CANCEL' : null),
  entries: (signup, data) => lapsedOf(signup, data).filter(({ id }) => data.places?.includes(id) ?? true),
  letter,
};

/** Returns the sign-ups of the request that are still expired. */
function lapsedOf(signup: SignupFacts, { ids }: LapsedData): SignupFacts[] {
  return signupsOfRequest(signup).filter(
    ({ id, status, verifiedAt }) => (ids?.includes(id) ?? id === signup.id) && status === 'expired' && !verifiedAt,
  );
}

const isAhead = ({ event, startsAt }: SignupFacts, now: Date) => event.status === 'published' && startsAt > now;

function letter({ signup, data, say, now }: MailContext<'signup-lapsed'>): MailText {
  const t = words[say.locale];
  const lapsed = lapsedOf(signup, data).filter((one) => isAhead(one, now));
  const several = lapsed.length > 1 || signup.together !== undefined;
  const variant = !data.hadPlace ? 'waitlist' : lapsed.length > 1 ? 'places' : 'place';
  const shifts = lapsed.map(({ role, startsAt, endsAt, event }): MailFact => {
    return [role, capital(whenRange(startsAt, endsAt, event.timeZone, say.locale))];
  });
  return {
    subject: t.subject({ which: several ? say.title : say.distinguishingText }),
    heading: t.heading[variant],
    blocks: [
      say.hello,
      `${t.lead[variant]({ several: lapsed.length > 1 })} ${t.again}`,
      { buttons: [{ label: t.button, url: `${say.eventUrl}#sign-up` }] },
      several ? { facts: shifts } : say.facts,
      say.misdirectedNote,
    ],
  };
}
