import type { SignupMail } from './signup-mail.js';
import { words } from './signup-expired.mail.generated.js';

export const signupExpired: SignupMail<'signup-expired'> = {
  name: 'signup-expired',
  stillTrue: (signup, _data, now) =>
    signup.status === 'expired' && signup.event.status === 'published' && signup.startsAt > now,
  letter({ say }) {
    const t = words[say.locale];
    return {
      subject: t.subject({ which: say.distinguishingText }),
      heading: t.heading,
      blocks: [say.hello, t.lead, say.facts, { buttons: [{ label: t.button, url: say.eventUrl }] }],
    };
  },
};
