import type { SignupMail } from './signup-mail.js';
import { words } from './missed-you.mail.generated.js';

/** Sent to volunteers marked as no-shows. Doesn't reproach, and asks for a reply if the mark is wrong. */
export const missedYou: SignupMail<'missed-you'> = {
  name: 'missed-you',
  stillTrue: (signup, data, now) =>
    signup.status === 'no_show' &&
    ['published', 'completed'].includes(signup.event.status) &&
    signup.startsAt.valueOf() === data.start * 1000 &&
    signup.endsAt <= now,
  letter({ signup: { role }, say }) {
    const t = words[say.locale];
    const { title, day } = say;
    return {
      subject: t.subject({ title, role, day }),
      heading: t.heading,
      blocks: [say.hello, t.lead({ title }), t.wasThere, t.nextTime, say.otherEvents, say.misdirectedNote],
    };
  },
};
