import { isStillActive, type SignupMail } from './signup-mail.js';

/** Sent once, halfway through the time for confirming an address. */
export const signupNudge: SignupMail<'signup-nudge'> = {
  name: 'signup-nudge',
  stillTrue: (signup, _data, now) =>
    isStillActive(signup) && !signup.verifiedAt && signup.expiresAt !== null && signup.expiresAt > now,
  letter: {
    en: ({ signup, say }) => ({
      subject: `Please confirm: ${say.which}`,
      heading: signup.status === 'waitlisted' ? 'Are you still on the waitlist?' : 'Please confirm your spot',
      blocks: [
        say.hello,
        `You signed up, but you haven’t confirmed yet. Please press the button before ${say.dateTime(signup.expiresAt ?? signup.startsAt)}. After that, ${signup.status === 'waitlisted' ? 'the next person moves up' : 'someone else can have the spot'}.`,
        say.button(signup.status === 'waitlisted' ? 'Confirm my position on the waitlist' : 'Confirm my spot'),
        say.facts,
        ...say.overlap,
        'We won’t ask again. If you can’t come, you don’t need to do anything.',
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
