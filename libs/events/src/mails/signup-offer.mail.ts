import { isStillActive, type SignupMail } from './signup-mail.js';
import { words } from './signup-offer.mail.generated.js';

/** Sent when a place became free and is reserved for the first person on the waitlist. */
export const signupOffer: SignupMail<'signup-offer'> = {
  name: 'signup-offer',
  isStillRelevant: (signup, _data, now) =>
    isStillActive(signup) &&
    signup.status === 'offered' &&
    signup.offerExpiresAt !== null &&
    signup.offerExpiresAt > now,
  letter({ signup, phrases: phrases }) {
    const t = words[phrases.locale];
    const until = phrases.dateTime(signup.offerExpiresAt ?? signup.startsAt);
    return {
      subject: t.subject({ which: phrases.distinguishingText }),
      heading: t.heading,
      blocks: [
        phrases.hello,
        t.lead({ until }),
        phrases.button(t.button),
        phrases.facts,
        ...phrases.overlap,
        phrases.misdirectedNote,
      ],
    };
  },
};
