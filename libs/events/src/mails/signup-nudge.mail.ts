import { stands, type SignupMail } from './signup-mail.js';

/** Once, halfway through the time in which an address must be confirmed: the first mail may lie where nobody looks. */
export const signupNudge: SignupMail<'signup-nudge'> = {
  name: 'signup-nudge',
  stillTrue: (signup, _data, now) =>
    stands(signup) && !signup.verifiedAt && signup.expiresAt !== null && signup.expiresAt > now,
  letter: {
    en: ({ signup, say }) => ({
      subject: `Still waiting for your yes: ${say.which}`,
      heading: signup.status === 'waitlisted' ? 'Are you still on the waitlist?' : 'Your place is waiting for your yes',
      blocks: [
        say.hello,
        `You signed up, and we have not heard from you yet. One press of the button before ${say.dateTime(signup.expiresAt ?? signup.startsAt)} is enough; after that, ${signup.status === 'waitlisted' ? 'the next person moves up' : 'somebody else can have the place'}.`,
        say.button(signup.status === 'waitlisted' ? 'Confirm my place on the waitlist' : 'Confirm my place'),
        say.facts,
        ...say.overlap,
        'We will not ask again. If you cannot come, there is nothing to do.',
        say.notYou,
      ],
    }),
    es: ({ signup, say }) => ({
      subject: `Falta tu confirmación: ${say.which}`,
      heading: signup.status === 'waitlisted' ? '¿Sigues en la lista de espera?' : 'Tu lugar espera tu confirmación',
      blocks: [
        say.hello,
        `Te inscribiste y todavía no sabemos de ti. Basta con presionar el botón antes del ${say.dateTime(signup.expiresAt ?? signup.startsAt)}; después ${signup.status === 'waitlisted' ? 'avanza la siguiente persona' : 'podrá tomar el lugar otra persona'}.`,
        say.button(signup.status === 'waitlisted' ? 'Confirmar mi lugar en la lista de espera' : 'Confirmar mi lugar'),
        say.facts,
        ...say.overlap,
        'No volveremos a preguntarte. Si no puedes venir, no tienes que hacer nada.',
        say.notYou,
      ],
    }),
  },
};
