import type { SignupFacts } from '../signups/signup-facts.js';
import { isStillActive, type SignupMail } from './signup-mail.js';
import { words } from './signup-waitlisted.mail.generated.js';
import type { MailLocale } from '../time/format-when.js';

export const signupWaitlisted: SignupMail<'signup-waitlisted'> = {
  name: 'signup-waitlisted',
  // Skipped if a place was offered since, because the offer email says more.
  isStillRelevant: (signup) => isStillActive(signup) && signup.status === 'waitlisted',
  letter({ signup, phrases: phrases }) {
    const t = words[phrases.locale];
    const position = signup.position!;
    const unverified = signup.expiresAt !== null && !signup.verifiedAt ? signup.expiresAt : null;
    return {
      subject: t.subject({ position, which: phrases.distinguishingText }),
      heading: t.heading({ position }),
      blocks: [
        phrases.hello,
        explainWait(signup, phrases.locale),
        ...(unverified ? [t.unverified({ until: phrases.dateTime(unverified) })] : []),
        unverified ? phrases.button(t.confirm) : phrases.manage,
        phrases.facts,
        ...phrases.overlap,
        phrases.misdirectedNote,
      ],
    };
  },
};

function explainWait({ guests, freePlaces: freePlaceCount }: SignupFacts, locale: MailLocale): string {
  const t = words[locale].reason;
  const party = guests + 1;
  if (freePlaceCount === 0) return guests === 0 ? t.full : t.fullForGroup({ party });
  return freePlaceCount < party ? t.tooFew({ free: freePlaceCount, party }) : t.behindOthers;
}
