import { isStillActive, type SignupMail } from './signup-mail.js';
import { words } from './signup-nudge.mail.generated.js';

/** Sent once, halfway through the time for confirming an address. */
export const signupNudge: SignupMail<'signup-nudge'> = {
  name: 'signup-nudge',
  isStillRelevant: (signup, _data, now) =>
    isStillActive(signup) && !signup.verifiedAt && signup.expiresAt !== null && signup.expiresAt > now,
  letter({ signup, phrases: phrases }) {
    const t = words[phrases.locale];
    const { heading, lead, button } = signup.status === 'waitlisted' ? t.waitlist : t.place;
    const until = phrases.dateTime(signup.expiresAt ?? signup.startsAt);
    return {
      subject: t.subject({ which: phrases.distinguishingText }),
      heading,
      blocks: [
        phrases.hello,
        lead({ until }),
        phrases.button(button),
        phrases.facts,
        ...phrases.overlap,
        t.once,
        phrases.misdirectedNote,
      ],
    };
  },
};
