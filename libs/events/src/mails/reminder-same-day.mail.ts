import { remindersStillTrue, unconfirmed } from './reminders.js';
import { type SignupMail } from './signup-mail.js';

/** Sent on the day at 08:00 if the shift starts later. Short, to be read on the way. */
export const reminderSameDay: SignupMail<'reminder-same-day'> = {
  name: 'reminder-same-day',
  stillTrue: remindersStillTrue,
  letter: {
    en: ({ signup, say }) => ({
      subject: `Today, ${say.time}: ${say.title} (${signup.role})`,
      heading: `Today at ${say.time}: ${say.title}`,
      blocks: [
        say.factsForTheDay,
        unconfirmed(signup) ? say.button('Confirm my spot') : say.manage,
        ...say.door,
        'See you soon!',
        say.notYou,
      ],
    }),
    es: ({ signup, say }) => ({
      subject: `Hoy, ${say.time}: ${say.title} (${signup.role})`,
      heading: `Hoy, ${say.time}: ${say.title}`,
      blocks: [
        say.factsForTheDay,
        unconfirmed(signup) ? say.button('Confirmar mi lugar') : say.manage,
        ...say.door,
        '¡Hasta pronto!',
        say.notYou,
      ],
    }),
  },
};
