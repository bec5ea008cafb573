import { placeInCalendar, isStillActive, type MailContext, type SignupMail } from './signup-mail.js';
import { words } from './signup-confirm.mail.generated.js';

/** Sent right after a sign-up that got a place. Most volunteers must confirm their address. */
export const signupConfirm: SignupMail<'signup-confirm'> = {
  name: 'signup-confirm',
  stillTrue: (signup) => isStillActive(signup) && signup.status === 'confirmed',
  calendar: placeInCalendar,
  letter(about) {
    const { signup, say } = about;
    const { distinguishingText } = say;
    if (signup.expiresAt && !signup.verifiedAt) {
      const t = words[say.locale].unconfirmed;
      return {
        subject: t.subject({ which: distinguishingText }),
        heading: t.heading,
        blocks: [
          say.hello,
          t.lead({ until: say.dateTime(signup.expiresAt) }),
          say.button(t.button),
          say.facts,
          ...say.tasks,
          ...say.overlap,
          `${t.cancel} ${say.attached}`,
          say.misdirectedNote,
        ],
      };
    }
    const t = words[say.locale].confirmed;
    return {
      subject: t.subject({ which: distinguishingText }),
      heading: t.heading,
      blocks: [
        say.hello,
        vouched(about) ? t.signedUpBy({ organizer: organizer(about) }) : t.thanks,
        say.facts,
        ...say.tasks,
        ...say.overlap,
        `${t.cancel} ${say.attached}`,
        say.manage,
        say.misdirectedNote,
      ],
    };
  },
};

function vouched({ signup }: MailContext<'signup-confirm'>): boolean {
  return !signup.verifiedAt && signup.expiresAt === null;
}

function organizer({ event, say }: MailContext<'signup-confirm'>): string {
  return event.contactName || say.organization;
}
