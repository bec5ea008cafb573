import type { SignupMail } from './signup-mail.js';
import { words } from './thank-you.mail.generated.js';

/** Sent one hour after the end. */
export const thankYou: SignupMail<'thank-you'> = {
  name: 'thank-you',
  topic: 'thank_yous',
  digest: 'link',
  isStillRelevant: (signup, data, now) =>
    // If attendance was not recorded, everyone with a place is thanked.
    ['confirmed', 'checked_in', 'completed'].includes(signup.status) &&
    ['published', 'completed'].includes(signup.event.status) &&
    signup.startsAt.valueOf() === data.start * 1000 &&
    signup.endsAt <= now,
  letter({ signup: { role, status }, phrases: phrases }) {
    const t = words[phrases.locale];
    const { title, day } = phrases;
    return {
      subject: t.subject({ title, role, day }),
      heading: t.heading,
      blocks: [
        phrases.hello,
        t.lead({ title }),
        t.survey,
        phrases.button(t.button),
        ...(status === 'confirmed' ? [t.absent] : []),
        phrases.misdirectedNote,
      ],
    };
  },
};
