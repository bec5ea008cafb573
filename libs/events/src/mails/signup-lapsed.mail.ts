import type { SignupMail } from './signup-mail.js';

/** An address was not confirmed in time: a kind word, the way back, and the calendar entry of the first mail goes. */
export const signupLapsed: SignupMail<'signup-lapsed'> = {
  name: 'signup-lapsed',
  stillTrue: (signup, _data, now) =>
    signup.status === 'expired' && !signup.provenAt && signup.event.status === 'published' && signup.startsAt > now,
  calendar: (_signup, { hadPlace }) => (hadPlace ? 'CANCEL' : null),
  letter: {
    en: ({ data, say }) => ({
      subject: `Not confirmed in time: ${say.which}`,
      heading: data.hadPlace ? 'Your place is free again' : 'You are no longer on the waitlist',
      blocks: [
        say.hello,
        data.hadPlace
          ? 'You signed up, and the time to confirm is over, so somebody else can have the place. No harm done: if you would still like to come, you are welcome to sign up again.'
          : 'You signed up, and the time to confirm is over, so the next person has moved up. No harm done: if you would still like to come, you are welcome to sign up again.',
        { buttons: [{ label: 'Sign up again', url: `${say.eventUrl}#sign-up` }] },
        say.facts,
        say.notYou,
      ],
    }),
    es: ({ data, say }) => ({
      subject: `Sin confirmar a tiempo: ${say.which}`,
      heading: data.hadPlace ? 'Tu lugar quedó libre' : 'Ya no estás en la lista de espera',
      blocks: [
        say.hello,
        data.hadPlace
          ? 'Te inscribiste y se acabó el plazo para confirmar, así que otra persona puede tomar el lugar. No pasa nada: si todavía quieres venir, puedes inscribirte de nuevo.'
          : 'Te inscribiste y se acabó el plazo para confirmar, así que avanzó la siguiente persona. No pasa nada: si todavía quieres venir, puedes inscribirte de nuevo.',
        { buttons: [{ label: 'Inscribirme de nuevo', url: `${say.eventUrl}#sign-up` }] },
        say.facts,
        say.notYou,
      ],
    }),
  },
};
