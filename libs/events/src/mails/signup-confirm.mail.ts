import { placeInCalendar, isStillActive, type MailContext, type SignupMail } from './signup-mail.js';
import { words } from './signup-confirm.mail.generated.js';

/** Sent right after a sign-up that got a place. */
export const signupConfirm: SignupMail<'signup-confirm'> = {
  name: 'signup-confirm',
  isStillRelevant: (signup) => isStillActive(signup) && signup.status === 'confirmed',
  calendar: placeInCalendar,
  letter(about) {
    const { signup, phrases: phrases } = about;
    const { distinguishingText } = phrases;
    if (signup.expiresAt && !signup.verifiedAt) {
      const t = words[phrases.locale].unconfirmed;
      return {
        subject: t.subject({ which: distinguishingText }),
        heading: t.heading,
        blocks: [
          phrases.hello,
          t.lead({ until: phrases.dateTime(signup.expiresAt) }),
          phrases.button(t.button),
          phrases.facts,
          ...phrases.unnamedMembers,
          ...phrases.tasks,
          ...phrases.overlap,
          `${t.cancel} ${phrases.attachedText}`,
          phrases.misdirectedNote,
        ],
      };
    }
    const t = words[phrases.locale].confirmed;
    return {
      subject: t.subject({ which: distinguishingText }),
      heading: t.heading,
      blocks: [
        phrases.hello,
        isVouched(about) ? t.signedUpBy({ organizer: organizer(about) }) : t.thanks,
        phrases.facts,
        ...phrases.unnamedMembers,
        ...phrases.tasks,
        ...phrases.overlap,
        `${t.cancel} ${phrases.attachedText}`,
        phrases.manage,
        phrases.misdirectedNote,
      ],
    };
  },
};

function isVouched({ signup }: MailContext<'signup-confirm'>): boolean {
  return !signup.verifiedAt && signup.expiresAt === null;
}

function organizer({ event, phrases: phrases }: MailContext<'signup-confirm'>): string {
  return event.contactName || phrases.organization;
}
