import { isStillActive, type SignupMail } from './signup-mail.js';
import { words } from './age-request.mail.generated.js';

export const ageRequest: SignupMail<'age-request'> = {
  name: 'age-request',
  isStillRelevant: (signup, _data, now) =>
    isStillActive(signup) && signup.status === 'confirmed' && signup.startsAt > now,
  letter({ phrases: phrases }) {
    const t = words[phrases.locale];
    return {
      subject: t.subject({ which: phrases.distinguishingText }),
      heading: t.heading,
      blocks: [phrases.hello, t.lead, phrases.button(t.button), phrases.facts, phrases.misdirectedNote],
    };
  },
};
