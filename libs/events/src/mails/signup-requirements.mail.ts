import type { SignupMail } from './signup-mail.js';
import { isStillActive } from './signup-mail.js';
import { words } from './signup-requirements.mail.generated.js';

const fromEpoch = (epoch: number) => new Date(epoch * 1000);

/** Lists the missing requirements of an upcoming shift, and the deadline. */
export const signupRequirements: SignupMail<'signup-requirements'> = {
  name: 'signup-requirements',
  stillTrue: (signup, { start }, now) =>
    isStillActive(signup) &&
    signup.status === 'confirmed' &&
    signup.missing.length > 0 &&
    signup.startsAt.valueOf() === start * 1000 &&
    signup.startsAt > now,
  letter({ signup, data, say }) {
    const t = words[say.locale].missing;
    const releaseAt = fromEpoch(data.releaseAt);
    return {
      subject: t.subject({ which: say.distinguishingText }),
      heading: t.heading,
      blocks: [
        say.hello,
        t.lead,
        ...say.missing,
        releaseAt < signup.startsAt ? t.until({ until: say.dateTime(releaseAt) }) : t.beforeStart,
        say.credentials,
        say.facts,
        say.manage,
      ],
    };
  },
};

/** Sent when the deadline has passed and the place was released. */
export const signupReleased: SignupMail<'signup-released'> = {
  name: 'signup-released',
  stillTrue: (signup, _data, now) => signup.status === 'cancelled' && signup.startsAt > now,
  calendar: () => 'CANCEL',
  letter({ say }) {
    const t = words[say.locale].released;
    return {
      subject: t.subject({ which: say.distinguishingText }),
      heading: t.heading,
      blocks: [say.hello, t.lead, ...say.missing, t.again, say.credentials, say.facts],
    };
  },
};
