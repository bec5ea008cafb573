import { setting, settingTypes, settings, type ValuesOf } from '@upstander/platform';
import { z } from 'zod';

/** Emails are sent in the daytime. */
export const isReminderTime = (text: string) => /^(?:0[6-9]|1\d|2[01]):[0-5]\d$/.test(text);

const timeOfDay = (standard: string) =>
  z.string().refine(isReminderTime, 'must be a time from 06:00 to 21:59, such as 08:00').default(standard);

export const eventSettings = settings.define({
  UNCONFIRMED_HOURS: setting(
    settingTypes.someHours(24),
    'How long a sign-up reserves its place while its email address is unconfirmed.',
    '24',
    { decidedIn: 'volunteering' },
  ),
  CHECK_IN_MINUTES: setting(
    z.coerce.number().min(0).max(1440).default(15),
    'How many minutes before a shift starts check-in opens.',
    '15',
    { decidedIn: 'volunteering' },
  ),
  OFFER_HOURS: setting(
    settingTypes.someHours(24),
    'How long a freed place is reserved for the first person on the waitlist.',
    '24',
    { decidedIn: 'volunteering' },
  ),
  HAND_OVER_HOURS: setting(
    settingTypes.someHours(72),
    'How long a person has to accept a place that a volunteer hands over to them. The volunteer keeps it until then.',
    '72',
    { decidedIn: 'volunteering' },
  ),
  GUESTS_PER_SIGNUP: setting(
    z.coerce.number().int().min(0).max(20).default(20),
    'The most guests that a volunteer may bring. An event can allow fewer.',
    '20',
    { decidedIn: 'volunteering' },
  ),
  REMINDER_DAY_BEFORE_AT: setting(
    timeOfDay('11:00'),
    'When reminders are sent on the day before a shift, in the time zone of the event.',
    '11:00',
    { decidedIn: 'volunteering' },
  ),
  REMINDER_SAME_DAY_AT: setting(
    timeOfDay('08:00'),
    'When reminders are sent on the day of a shift that starts later, in the time zone of the event.',
    '08:00',
    { decidedIn: 'volunteering' },
  ),
  SIGN_UPS_PER_MINUTE: setting(
    settingTypes.count(300),
    'Maximum number of sign-ups from one network address per minute.',
    '300',
  ),
  SIGN_UP_MAILS_PER_HOUR: setting(
    settingTypes.count(20),
    'Maximum number of sign-ups per hour that send email to one address, so that no one can flood a mailbox with the forms.',
    '20',
  ),
  SIGNUP_KEPT_DAYS: setting(
    settingTypes.days(1095, 90),
    'Days until the sign-ups of a past shift are anonymized. Hours stay with the volunteer.',
    '1095',
    { decidedIn: 'volunteering' },
  ),
});

declare module '@upstander/platform' {
  interface Settings extends ValuesOf<typeof eventSettings> {}
}
