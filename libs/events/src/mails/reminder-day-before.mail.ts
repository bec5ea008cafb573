import { isReminderStillDue, unconfirmed, weekday } from './reminders.js';
import { placeInCalendar, type SignupMail } from './signup-mail.js';
import { words } from './reminder-day-before.mail.generated.js';

/** Sent the day before at 11:00. Names the weekday instead of "tomorrow", because the email may be delayed. */
export const reminderDayBefore: SignupMail<'reminder-day-before'> = {
  name: 'reminder-day-before',
  stillTrue: isReminderStillDue,
  calendar: placeInCalendar,
  letter(about) {
    const { signup, say } = about;
    const t = words[say.locale];
    const { title, day, time } = say;
    return {
      subject: t.subject({ weekday: weekday(about), title, role: signup.role, time }),
      heading: t.heading({ day, time }),
      blocks: [
        say.hello,
        t.lead({ title }),
        say.dayDetails,
        ...(unconfirmed(signup) ? [t.unconfirmed, say.button(t.confirm)] : [t.cancel, say.manage, ...say.door]),
        say.misdirectedNote,
      ],
    };
  },
};
