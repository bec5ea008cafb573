import type { SignupMail } from './signup-mail.js';
import { words } from './missed-you.mail.generated.js';

/** Doesn't reproach, and asks for a reply if the mark is wrong. */
export const missedYou: SignupMail<'missed-you'> = {
  name: 'missed-you',
  isStillRelevant: (signup, data, now) =>
    signup.status === 'no_show' &&
    ['published', 'completed'].includes(signup.event.status) &&
    signup.startsAt.valueOf() === data.start * 1000 &&
    signup.endsAt <= now,
  letter({ signup: { role }, phrases: phrases }) {
    const t = words[phrases.locale];
    const { title, day } = phrases;
    return {
      subject: t.subject({ title, role, day }),
      heading: t.heading,
      blocks: [phrases.hello, t.lead({ title }), t.wasThere, t.nextTime, phrases.otherEvents, phrases.misdirectedNote],
    };
  },
};
