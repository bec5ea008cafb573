import type { SignupFacts } from '../signups/signup-facts.js';
import { isStillActive, type SignupMail } from './signup-mail.js';
import { words } from './signup-waitlisted.mail.generated.js';
import type { MailLocale } from '../time/format-when.js';

/** Sent right after a sign-up for a full shift: the waitlist position and what happens next. */
export const signupWaitlisted: SignupMail<'signup-waitlisted'> = {
  name: 'signup-waitlisted',
  // Skipped if a place was offered since, because the offer email says more.
  stillTrue: (signup) => isStillActive(signup) && signup.status === 'waitlisted',
  letter({ signup, say }) {
    const t = words[say.locale];
    const position = signup.position!;
    const unverified = signup.expiresAt !== null && !signup.verifiedAt ? signup.expiresAt : null;
    return {
      subject: t.subject({ position, which: say.distinguishingText }),
      heading: t.heading({ position }),
      blocks: [
        say.hello,
        reason(signup, say.locale),
        ...(unverified ? [t.unverified({ until: say.dateTime(unverified) })] : []),
        unverified ? say.button(t.confirm) : say.manage,
        say.facts,
        ...say.overlap,
        say.misdirectedNote,
      ],
    };
  },
};

/** Explains the wait: no place, not enough for the whole group, or people ahead on the waitlist. */
function reason({ guests, freePlaces: free }: SignupFacts, locale: MailLocale): string {
  const t = words[locale].reason;
  const party = guests + 1;
  if (free === 0) return guests === 0 ? t.full : t.fullForGroup({ party });
  return free < party ? t.tooFew({ free, party }) : t.behindOthers;
}
