import type { SignupMail } from './signup-mail.js';
import { words } from './signup-expired.mail.generated.js';

export const signupExpired: SignupMail<'signup-expired'> = {
  name: 'signup-expired',
  isStillRelevant: (signup, _data, now) =>
    signup.status === 'expired' && signup.event.status === 'published' && signup.startsAt > now,
  letter({ phrases: phrases }) {
    const t = words[phrases.locale];
    return {
      subject: t.subject({ which: phrases.distinguishingText }),
      heading: t.heading,
      blocks: [phrases.hello, t.lead, phrases.facts, { buttons: [{ label: t.button, url: phrases.eventUrl }] }],
    };
  },
};
