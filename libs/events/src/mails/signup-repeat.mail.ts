import type { MailText } from '@upstander/notifications';
import { signupConfirm } from './signup-confirm.mail.js';
import type { MailContext, SignupMail } from './signup-mail.js';
import { isStillActive } from './signup-mail.js';
import { signupWaitlisted } from './signup-waitlisted.mail.js';
import { words } from './signup-repeat.mail.generated.js';

/**
 * Sent when an anonymous visitor entered an address that already has a sign-up. Only this email reveals it; the page
 * responds as to a newcomer.
 */
export const signupRepeat: SignupMail<'signup-repeat'> = {
  name: 'signup-repeat',
  isStillRelevant: (signup) => isStillActive(signup),
  letter(about) {
    const { signup, phrases: phrases } = about;
    if (!signup.original) return renderAsNew(about);
    const t = words[phrases.locale];
    const heading = t.heading[signup.original.status as keyof typeof t.heading];
    return {
      subject: t.subject({ heading, which: phrases.distinguishingText }),
      heading,
      blocks: [phrases.hello, t.lead, phrases.facts, phrases.manage],
    };
  },
};

/** If the original has ended since, the repeat is treated as a new sign-up. */
function renderAsNew(about: MailContext<'signup-repeat'>): MailText {
  return about.signup.status === 'confirmed'
    ? signupConfirm.letter({ ...about })
    : signupWaitlisted.letter({ ...about });
}
