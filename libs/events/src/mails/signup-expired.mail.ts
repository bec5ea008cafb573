import type { SignupMail } from './signup-mail.js';

export const signupExpired: SignupMail<'signup-expired'> = {
  name: 'signup-expired',
  stillTrue: (signup, _data, now) =>
    signup.status === 'expired' && signup.event.status === 'published' && signup.startsAt > now,
  letter: {
    en: ({ say }) => ({
      subject: `Your spot went to the next person: ${say.which}`,
      heading: 'Your spot went to the next person on the waitlist',
      blocks: [
        say.hello,
        'We reserved a spot for you but didn’t hear from you in time. That’s OK. If you’d still like to come, you can sign up again.',
        say.facts,
        { buttons: [{ label: 'See the event', url: say.eventUrl }] },
      ],
    }),
    es: ({ say }) => ({
      subject: `El lugar pasó a la siguiente persona: ${say.which}`,
      heading: 'El lugar pasó a la siguiente persona de la lista de espera',
      blocks: [
        say.hello,
        'Te apartamos un lugar, pero no recibimos respuesta a tiempo. No pasa nada. Si todavía quieres venir, puedes inscribirte de nuevo.',
        say.facts,
        { buttons: [{ label: 'Ver el evento', url: say.eventUrl }] },
      ],
    }),
  },
};
