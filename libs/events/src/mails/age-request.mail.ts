import { isStillActive, type SignupMail } from './signup-mail.js';
import { words } from './age-request.mail.generated.js';

export const ageRequest: SignupMail<'age-request'> = {
  name: 'age-request',
  stillTrue: (signup, _data, now) => isStillActive(signup) && signup.status === 'confirmed' && signup.startsAt > now,
  letter({ say }) {
    const t = words[say.locale];
    return {
      subject: t.subject({ which: say.distinguishingText }),
      heading: t.heading,
      blocks: [say.hello, t.lead, say.button(t.button), say.facts, say.misdirectedNote],
    };
  },
};
