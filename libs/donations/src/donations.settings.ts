import { setting, settingOf, settings, type ValuesOf } from '@upstander/platform';
import { z } from 'zod';

export const donationsSettings = settings.define({
  MINIMUM_GIFT_MINOR: setting(
    settingOf.count(100),
    'The smallest gift, in the smallest unit of the currency: below it the fee eats the gift, and card testers try it.',
    '500',
  ),
  GIFTS_PER_MINUTE: setting(settingOf.count(60), 'How many gifts one network address may begin in a minute.', '60'),
  GIFTS_PER_EMAIL_HOUR: setting(
    settingOf.count(20),
    'How many gifts may be begun in an hour with one e-mail address, known or not.',
    '20',
  ),
  CARD_TESTING_DECLINES: setting(
    settingOf.count(10),
    'From how many declined cards in ten minutes on we ask whether somebody tries out stolen ones.',
    '10',
  ),
  FUNDRAISING_MODE: setting(
    z.enum(['own', 'named-beneficiaries']).default('own'),
    'Whether gifts are taken for this organisation only, or for named partners too, which has duties of its own in law (see the finance guide).',
    'own',
  ),
  UNPAID_GIFT_DAYS: setting(
    settingOf.days(180, 30),
    'How many days a gift that was never paid says who began it.',
    '180',
  ),
  UNUSED_DONOR_DAYS: setting(
    settingOf.days(180, 30),
    'How many days the address of a donor is kept who has given nothing yet.',
    '180',
  ),
});

declare module '@upstander/platform' {
  interface Settings extends ValuesOf<typeof donationsSettings> {}
}
