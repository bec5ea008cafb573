import type { MailText } from '@upstander/notifications';
import { signupConfirm } from './signup-confirm.mail.js';
import type { MailContext, SignupMail } from './signup-mail.js';
import { isStillActive } from './signup-mail.js';
import { signupWaitlisted } from './signup-waitlisted.mail.js';
import type { MailLocale } from './when.js';

const have = {
  en: {
    confirmed: 'You’re already signed up',
    waitlisted: 'You’re already on the waitlist',
    offered: 'A spot is already reserved for you',
  },
  es: {
    confirmed: 'Ya tienes un lugar',
    waitlisted: 'Ya estás en la lista de espera',
    offered: 'Ya hay un lugar apartado para ti',
  },
};

/**
 * Sent when an anonymous visitor entered an address that already has a sign-up. Only this email reveals it; the page
 * responds as to a newcomer.
 */
export const signupRepeat: SignupMail<'signup-repeat'> = {
  name: 'signup-repeat',
  stillTrue: (signup) => isStillActive(signup),
  letter: {
    en: (about) => {
      const original = about.signup.original;
      if (!original) return asNewcomer(about, 'en');
      const { say } = about;
      const heading = have.en[original.status as keyof typeof have.en];
      return {
        subject: `${heading}: ${say.which}`,
        heading,
        blocks: [
          say.hello,
          'Someone, maybe you, just signed up for this again with your address. Nothing has changed, and you don’t need to do anything.',
          say.facts,
          say.manage,
        ],
      };
    },
    es: (about) => {
      const original = about.signup.original;
      if (!original) return asNewcomer(about, 'es');
      const { say } = about;
      const heading = have.es[original.status as keyof typeof have.es];
      return {
        subject: `${heading}: ${say.which}`,
        heading,
        blocks: [
          say.hello,
          'Alguien, quizá tú, acaba de inscribirse otra vez con tu dirección. Nada cambió y no tienes que hacer nada.',
          say.facts,
          say.manage,
        ],
      };
    },
  },
};

/** If the original has ended since, the repeat is treated as a new sign-up. */
function asNewcomer(about: MailContext<'signup-repeat'>, locale: MailLocale): MailText {
  return about.signup.status === 'confirmed'
    ? signupConfirm.letter[locale]({ ...about })
    : signupWaitlisted.letter[locale]({ ...about });
}
