import { stands, type SignupMail } from './signup-mail.js';

/** Right after a sign-up for a shift that was full: the number on the waitlist, and what happens next. */
export const signupWaitlisted: SignupMail<'signup-waitlisted'> = {
  name: 'signup-waitlisted',
  // Whoever was offered a place meanwhile has a mail that says more.
  stillTrue: (signup) => stands(signup) && signup.status === 'waitlisted',
  letter: {
    en: ({ signup, say }) => {
      const unverified = signup.expiresAt !== null && !signup.verifiedAt ? signup.expiresAt : null;
      return {
        subject: `You are number ${signup.position} on the waitlist: ${say.which}`,
        heading: `You are number ${signup.position} on the waitlist`,
        blocks: [
          say.hello,
          'All places are taken at the moment. When one becomes free, we offer it by mail to the first person on the waitlist and reserve it for a while. Nobody can overtake you.',
          ...(unverified
            ? [
                `Please confirm your address before ${say.dateTime(unverified)}; otherwise your place on the waitlist lapses.`,
              ]
            : []),
          unverified ? say.button('Confirm my place on the waitlist') : say.manage,
          say.facts,
          ...say.overlap,
          say.notYou,
        ],
      };
    },
    es: ({ signup, say }) => {
      const unverified = signup.expiresAt !== null && !signup.verifiedAt ? signup.expiresAt : null;
      return {
        subject: `Tienes el número ${signup.position} en la lista de espera: ${say.which}`,
        heading: `Tienes el número ${signup.position} en la lista de espera`,
        blocks: [
          say.hello,
          'Por ahora todos los lugares están ocupados. Cuando se libere uno, lo ofrecemos por correo a la primera persona de la lista de espera y lo apartamos un tiempo. Nadie puede adelantarse.',
          ...(unverified
            ? [
                `Confirma tu dirección antes del ${say.dateTime(unverified)}; si no, perderás tu lugar en la lista de espera.`,
              ]
            : []),
          unverified ? say.button('Confirmar mi lugar en la lista de espera') : say.manage,
          say.facts,
          ...say.overlap,
          say.notYou,
        ],
      };
    },
  },
};
