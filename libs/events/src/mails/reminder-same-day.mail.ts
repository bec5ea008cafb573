import { isReminderStillDue, unconfirmed } from './reminders.js';
import { type SignupMail } from './signup-mail.js';
import { words } from './reminder-same-day.mail.generated.js';

/** Sent on the day at 08:00 if the shift starts later. Short, to be read on the way. */
export const reminderSameDay: SignupMail<'reminder-same-day'> = {
  name: 'reminder-same-day',
  stillTrue: isReminderStillDue,
  letter({ signup, say }) {
    const t = words[say.locale];
    const { title, time } = say;
    return {
      subject: t.subject({ time, title, role: signup.role }),
      heading: t.heading({ time, title }),
      blocks: [
        say.dayDetails,
        unconfirmed(signup) ? say.button(t.confirm) : say.manage,
        ...say.door,
        t.seeYou,
        say.misdirectedNote,
      ],
    };
  },
};
