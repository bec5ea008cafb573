import type { SignupMail } from './signup-mail.js';

/** Sent one hour after the end. */
export const thankYou: SignupMail<'thank-you'> = {
  name: 'thank-you',
  stillTrue: (signup, data, now) =>
    // If attendance was not recorded, everyone with a place is thanked.
    ['confirmed', 'checked_in', 'completed'].includes(signup.status) &&
    ['published', 'completed'].includes(signup.event.status) &&
    signup.startsAt.valueOf() === data.start * 1000 &&
    signup.endsAt <= now,
  letter: {
    en: ({ signup, say }) => ({
      subject: `Thank you for helping: ${say.title} (${signup.role}), ${say.day}`,
      heading: 'Thank you for being there',
      blocks: [
        say.hello,
        `You gave your time to “${say.title}”, and it makes a difference.`,
        'How was it for you? Two questions help us do better next time. Only the organizers read the answers, without your name.',
        say.button('Tell us how it was'),
        ...(signup.status === 'confirmed'
          ? ['If you couldn’t make it after all, no harm done. We hope to see you another time.']
          : []),
        say.notYou,
      ],
    }),
    es: ({ signup, say }) => ({
      subject: `Gracias por ayudar: ${say.title} (${signup.role}), ${say.day}`,
      heading: 'Gracias por estar ahí',
      blocks: [
        say.hello,
        `Diste tu tiempo para «${say.title}», y eso cambia algo.`,
        '¿Cómo te fue? Dos preguntas nos ayudan a hacerlo mejor la próxima vez. Solo quienes organizan leen las respuestas, sin tu nombre.',
        say.button('Contar cómo me fue'),
        ...(signup.status === 'confirmed'
          ? ['Si al final no pudiste venir, no pasa nada. Ojalá nos veamos en otra ocasión.']
          : []),
        say.notYou,
      ],
    }),
  },
};
