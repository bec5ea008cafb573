import { setting, settingTypes, settings, type ValuesOf } from '@upstander/platform';
import { z } from 'zod';

export const eventSettings = settings.define({
  UNCONFIRMED_HOURS: setting(
    settingTypes.someHours(24),
    'How long a sign-up reserves its place while its email address is unconfirmed.',
    '24',
  ),
  CHECK_IN_MINUTES: setting(
    z.coerce.number().min(0).max(1440).default(15),
    'How many minutes before a shift starts check-in opens.',
    '15',
  ),
  OFFER_HOURS: setting(
    settingTypes.someHours(24),
    'How long a freed place is reserved for the first person on the waitlist.',
    '24',
  ),
  HAND_OVER_HOURS: setting(
    settingTypes.someHours(72),
    'How long a person has to accept a place that a volunteer hands over to them. The volunteer keeps it until then.',
    '72',
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
  ),
});

declare module '@upstander/platform' {
  interface Settings extends ValuesOf<typeof eventSettings> {}
}
