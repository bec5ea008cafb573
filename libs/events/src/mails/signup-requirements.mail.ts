import type { SignupMail } from './signup-mail.js';
import { isStillActive } from './signup-mail.js';
import { words } from './signup-requirements.mail.generated.js';

const fromEpoch = (epoch: number) => new Date(epoch * 1000);

/** Lists the missing requirements of an upcoming shift, and the deadline. */
export const signupRequirements: SignupMail<'signup-requirements'> = {
  name: 'signup-requirements',
  isStillRelevant: (signup, { start }, now) =>
    isStillActive(signup) &&
    signup.status === 'confirmed' &&
    signup.missing.length > 0 &&
    signup.startsAt.valueOf() === start * 1000 &&
    signup.startsAt > now,
  letter({ signup, data, phrases: phrases }) {
    const t = words[phrases.locale].missing;
    const releaseAt = fromEpoch(data.releaseAt);
    return {
      subject: t.subject({ which: phrases.distinguishingText }),
      heading: t.heading,
      blocks: [
        phrases.hello,
        t.lead,
        ...phrases.missing,
        releaseAt < signup.startsAt ? t.until({ until: phrases.dateTime(releaseAt) }) : t.beforeStart,
        phrases.credentials,
        phrases.facts,
        phrases.manage,
      ],
    };
  },
};

/** Sent when the deadline has passed and the place was released. */
export const signupReleased: SignupMail<'signup-released'> = {
  name: 'signup-released',
  isStillRelevant: (signup, _data, now) => signup.status === 'cancelled' && signup.startsAt > now,
  calendar: () => 'CANCEL',
  letter({ phrases: phrases }) {
    const t = words[phrases.locale].released;
    return {
      subject: t.subject({ which: phrases.distinguishingText }),
      heading: t.heading,
      blocks: [phrases.hello, t.lead, ...phrases.missing, t.again, phrases.credentials, phrases.facts],
    };
  },
};
