import type { SignupMail } from './signup-mail.js';

/** Sent to volunteers marked as no-shows. Doesn't reproach, and asks for a reply if the mark is wrong. */
export const missedYou: SignupMail<'missed-you'> = {
  name: 'missed-you',
  stillTrue: (signup, data, now) =>
    signup.status === 'no_show' &&
    ['published', 'completed'].includes(signup.event.status) &&
    signup.startsAt.valueOf() === data.start * 1000 &&
    signup.endsAt <= now,
  letter: {
    en: ({ signup, say }) => ({
      subject: `We missed you: ${say.title} (${signup.role}), ${say.day}`,
      heading: 'We missed you',
      blocks: [
        say.hello,
        `You were signed up for “${say.title}”, but our list says you couldn’t make it. Things happen, and it won’t count against you.`,
        'If you were there, just reply to this email and we’ll correct it.',
        'Next time, you can give your spot to someone on the waitlist with one tap in your email.',
        say.otherEvents,
        say.notYou,
      ],
    }),
    es: ({ signup, say }) => ({
      subject: `Te extrañamos: ${say.title} (${signup.role}), ${say.day}`,
      heading: 'Te extrañamos',
      blocks: [
        say.hello,
        `Tenías un lugar en «${say.title}» y nuestra lista dice que no pudiste venir. Son cosas que pasan; no tiene ninguna consecuencia.`,
        'Si sí estuviste, avísanos y lo corregimos: basta con responder a este correo.',
        'La próxima vez, con un toque en tu correo tu lugar pasa a alguien que lo está esperando.',
        say.otherEvents,
        say.notYou,
      ],
    }),
  },
};
