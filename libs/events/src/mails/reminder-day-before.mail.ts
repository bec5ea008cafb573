import { remindersStillTrue, unconfirmed, weekday } from './reminders.js';
import { placeInCalendar, type SignupMail } from './signup-mail.js';

/** Sent the day before at 11:00. Names the weekday instead of "tomorrow", because the email may be delayed. */
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
        `You signed up for “${about.say.title}”. Here’s what you need to know.`,
        about.say.factsForTheDay,
        ...(unconfirmed(about.signup)
          ? [
              'You haven’t confirmed your spot yet. Please confirm now, or it goes to someone else.',
              about.say.button('Confirm my spot'),
            ]
          : [
              'If you can’t make it, please cancel so someone else can have the spot.',
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
