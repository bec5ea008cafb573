import { isStillActive, type SignupMail } from './signup-mail.js';
import { words } from './signup-offer.mail.generated.js';

/** Sent when a place became free and is reserved for the first person on the waitlist. */
export const signupOffer: SignupMail<'signup-offer'> = {
  name: 'signup-offer',
  stillTrue: (signup, _data, now) =>
    isStillActive(signup) &&
    signup.status === 'offered' &&
    signup.offerExpiresAt !== null &&
    signup.offerExpiresAt > now,
  letter({ signup, say }) {
    const t = words[say.locale];
    const until = say.dateTime(signup.offerExpiresAt ?? signup.startsAt);
    return {
      subject: t.subject({ which: say.distinguishingText }),
      heading: t.heading,
      blocks: [say.hello, t.lead({ until }), say.button(t.button), say.facts, ...say.overlap, say.misdirectedNote],
    };
  },
};
