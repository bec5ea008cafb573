import { setting, settingOf, settings, type ValuesOf } from '@upstander/platform';
import { z } from 'zod';

export const eventSettings = settings.define({
  UNCONFIRMED_HOURS: setting(
    settingOf.someHours(24),
    'How long a sign-up holds its place before its e-mail address must be confirmed.',
    '24',
  ),
  CHECK_IN_MINUTES: setting(
    z.coerce.number().min(0).max(1440).default(15),
    'How long before its start people can be checked in to a shift.',
    '15',
  ),
  OFFER_HOURS: setting(
    settingOf.someHours(24),
    'How long a freed place is reserved for the first person on the waitlist.',
    '24',
  ),
  HAND_OVER_HOURS: setting(
    settingOf.someHours(72),
    'How long somebody may take a place that a volunteer offers them; it stays with the volunteer until then.',
    '72',
  ),
  SIGN_UPS_PER_MINUTE: setting(
    settingOf.count(300),
    'How many sign-ups one network address may make in a minute.',
    '300',
  ),
  SIGN_UP_MAILS_PER_HOUR: setting(
    settingOf.count(20),
    'How many sign-ups in an hour bring mail to one e-mail address, so that nobody can fill a mailbox with our forms.',
    '20',
  ),
  SIGNUP_KEPT_DAYS: setting(
    settingOf.days(1095, 90),
    'How many days after a shift its sign-ups say who it was; after that they are numbers, and hours stay with the volunteer.',
    '1095',
  ),
});

declare module '@upstander/platform' {
  interface Settings extends ValuesOf<typeof eventSettings> {}
}
