import { isReminderStillDue, isUnconfirmed, weekday } from './reminders.js';
import { placeInCalendar, type SignupMail } from './signup-mail.js';
import { words } from './reminder-day-before.mail.generated.js';

/** Sent the day before at 11:00. Names the weekday instead of "tomorrow", because the email may be delayed. */
export const reminderDayBefore: SignupMail<'reminder-day-before'> = {
  name: 'reminder-day-before',
  isStillRelevant: isReminderStillDue,
  calendar: placeInCalendar,
  letter(about) {
    const { signup, phrases: phrases } = about;
    const t = words[phrases.locale];
    const { title, day, time } = phrases;
    return {
      subject: t.subject({ weekday: weekday(about), title, role: signup.role, time }),
      heading: t.heading({ day, time }),
      blocks: [
        phrases.hello,
        t.lead({ title }),
        phrases.dayDetails,
        ...phrases.unnamedMembers,
        ...(isUnconfirmed(signup)
          ? [t.unconfirmed, phrases.button(t.confirm)]
          : [t.cancel, phrases.manage, ...phrases.door]),
        phrases.misdirectedNote,
      ],
    };
  },
};
