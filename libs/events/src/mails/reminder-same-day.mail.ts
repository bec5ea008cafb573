import { isReminderStillDue, isUnconfirmed } from './reminders.js';
import { type SignupMail } from './signup-mail.js';
import { words } from './reminder-same-day.mail.generated.js';

/** Sent on the day at 08:00 if the shift starts later. Short, to be read on the way. */
export const reminderSameDay: SignupMail<'reminder-same-day'> = {
  name: 'reminder-same-day',
  isStillRelevant: isReminderStillDue,
  letter({ signup, phrases: phrases }) {
    const t = words[phrases.locale];
    const { title, time } = phrases;
    return {
      subject: t.subject({ time, title, role: signup.role }),
      heading: t.heading({ time, title }),
      blocks: [
        phrases.dayDetails,
        isUnconfirmed(signup) ? phrases.button(t.confirm) : phrases.manage,
        ...phrases.door,
        t.seeYou,
        phrases.misdirectedNote,
      ],
    };
  },
};
