import { remindersStillTrue, unconfirmed, weekday } from './reminders.js';
import { placeInCalendar, type SignupMail } from './signup-mail.js';

/** The day before at 11:00. It names the weekday instead of "tomorrow": a mail may be late. */
export const reminderDayBefore: SignupMail<'reminder-day-before'> = {
  name: 'reminder-day-before',
  stillTrue: remindersStillTrue,
  calendar: placeInCalendar,
  letter: {
    en: (about) => ({
      subject: `See you on ${weekday(about)}: ${about.say.title} (${about.signup.role}), ${about.say.time}`,
      heading: `See you on ${about.say.day} at ${about.say.time}`,
      blocks: [
        about.say.hello,
        `You signed up for “${about.say.title}”. Here is what you need.`,
        about.say.factsForTheDay,
        ...(unconfirmed(about.signup)
          ? [
              'You have not confirmed your place yet. Please do it now, or it goes to somebody else.',
              about.say.button('Confirm my place'),
            ]
          : [
              'If you cannot come after all, please cancel: somebody else will be glad about the place.',
              about.say.manage,
              ...about.say.door,
            ]),
        about.say.notYou,
      ],
    }),
    es: (about) => ({
      subject: `Nos vemos el ${weekday(about)}: ${about.say.title} (${about.signup.role}), ${about.say.time}`,
      heading: `Nos vemos el ${about.say.day}, ${about.say.time}`,
      blocks: [
        about.say.hello,
        `Te inscribiste en «${about.say.title}». Esto es lo que necesitas saber.`,
        about.say.factsForTheDay,
        ...(unconfirmed(about.signup)
          ? [
              'Todavía no confirmaste tu lugar. Hazlo ahora, por favor, o pasará a otra persona.',
              about.say.button('Confirmar mi lugar'),
            ]
          : [
              'Si al final no puedes venir, cancela por favor: a otra persona le alegrará tener el lugar.',
              about.say.manage,
              ...about.say.door,
            ]),
        about.say.notYou,
      ],
    }),
  },
};
