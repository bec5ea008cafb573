import type { SignupMail } from './signup-mail.js';
import { words } from './thank-you.mail.generated.js';

/** Sent one hour after the end. */
export const thankYou: SignupMail<'thank-you'> = {
  name: 'thank-you',
  stillTrue: (signup, data, now) =>
    // If attendance was not recorded, everyone with a place is thanked.
    ['confirmed', 'checked_in', 'completed'].includes(signup.status) &&
    ['published', 'completed'].includes(signup.event.status) &&
    signup.startsAt.valueOf() === data.start * 1000 &&
    signup.endsAt <= now,
  letter({ signup: { role, status }, say }) {
    const t = words[say.locale];
    const { title, day } = say;
    return {
      subject: t.subject({ title, role, day }),
      heading: t.heading,
      blocks: [
        say.hello,
        t.lead({ title }),
        t.survey,
        say.button(t.button),
        ...(status === 'confirmed' ? [t.absent] : []),
        say.misdirectedNote,
      ],
    };
  },
};
