import { isStillActive, type SignupMail } from './signup-mail.js';
import { words } from './signup-nudge.mail.generated.js';

/** Sent once, halfway through the time for confirming an address. */
export const signupNudge: SignupMail<'signup-nudge'> = {
  name: 'signup-nudge',
  stillTrue: (signup, _data, now) =>
    isStillActive(signup) && !signup.verifiedAt && signup.expiresAt !== null && signup.expiresAt > now,
  letter({ signup, say }) {
    const t = words[say.locale];
    const { heading, lead, button } = signup.status === 'waitlisted' ? t.waitlist : t.place;
    const until = say.dateTime(signup.expiresAt ?? signup.startsAt);
    return {
      subject: t.subject({ which: say.distinguishingText }),
      heading,
      blocks: [say.hello, lead({ until }), say.button(button), say.facts, ...say.overlap, t.once, say.misdirectedNote],
    };
  },
};
