import { placeInCalendar, isStillActive, type MailContext, type SignupMail } from './signup-mail.js';

/** Sent right after a sign-up that got a place. Most volunteers must confirm their address. */
export const signupConfirm: SignupMail<'signup-confirm'> = {
  name: 'signup-confirm',
  stillTrue: (signup) => isStillActive(signup) && signup.status === 'confirmed',
  calendar: placeInCalendar,
  letter: {
    en: (about) => {
      const { signup, say } = about;
      if (signup.expiresAt && !signup.verifiedAt) {
        return {
          subject: `Please confirm your spot: ${say.which}`,
          heading: 'Your spot is reserved. Please confirm it.',
          blocks: [
            say.hello,
            `We’ve reserved a spot for you. Please confirm it before ${say.dateTime(signup.expiresAt)}. After that, someone else can have it.`,
            say.button('Confirm my spot'),
            say.facts,
            ...say.tasks,
            ...say.overlap,
            `You can cancel on the same page at any time. ${say.attached}`,
            say.notYou,
          ],
        };
      }
      return {
        subject: `You’re signed up: ${say.which}`,
        heading: 'You’re signed up',
        blocks: [
          say.hello,
          vouched(about)
            ? `${organizer(about)} signed you up. If that’s right, you don’t need to do anything. If it isn’t, you can cancel below.`
            : 'Thank you for signing up. We look forward to seeing you.',
          say.facts,
          ...say.tasks,
          ...say.overlap,
          `If something comes up, please cancel so someone else can have the spot. ${say.attached}`,
          say.manage,
          say.notYou,
        ],
      };
    },
    es: (about) => {
      const { signup, say } = about;
      if (signup.expiresAt && !signup.verifiedAt) {
        return {
          subject: `Confirma tu lugar: ${say.which}`,
          heading: 'Apartamos un lugar para ti. Falta que lo confirmes.',
          blocks: [
            say.hello,
            `Te apartamos un lugar. Confírmalo antes del ${say.dateTime(signup.expiresAt)}; después podrá tomarlo otra persona.`,
            say.button('Confirmar mi lugar'),
            say.facts,
            ...say.tasks,
            ...say.overlap,
            `En la misma página puedes cancelar cuando quieras. ${say.attached}`,
            say.notYou,
          ],
        };
      }
      return {
        subject: `Tienes un lugar: ${say.which}`,
        heading: 'Tienes un lugar',
        blocks: [
          say.hello,
          vouched(about)
            ? `${organizer(about)} te inscribió. Si está bien así, no tienes que hacer nada. Si no, puedes cancelar aquí abajo.`
            : 'Gracias por inscribirte. Será un gusto verte.',
          say.facts,
          ...say.tasks,
          ...say.overlap,
          `Si se te complica, cancela por favor: a otra persona le alegrará tener el lugar. ${say.attached}`,
          say.manage,
          say.notYou,
        ],
      };
    },
  },
};

function vouched({ signup }: MailContext<'signup-confirm'>): boolean {
  return !signup.verifiedAt && signup.expiresAt === null;
}

function organizer({ event, say }: MailContext<'signup-confirm'>): string {
  return event.contactName || say.organization;
}
