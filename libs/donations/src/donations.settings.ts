import { setting, settingTypes, settings, type ValuesOf } from '@upstander/platform';

export const donationsSettings = settings.define({
  MINIMUM_GIFT_MINOR: setting(
    settingTypes.count(100),
    'The smallest gift, in the smallest unit of the currency. Smaller gifts are consumed by fees and attract card testers.',
    '500',
  ),
  GIFTS_PER_MINUTE: setting(
    settingTypes.count(60),
    'Maximum number of gifts that one network address can start per minute.',
    '60',
  ),
  GIFTS_PER_EMAIL_HOUR: setting(
    settingTypes.count(20),
    'Maximum number of gifts that can be started per hour with one email address, known or not.',
    '20',
  ),
  CARD_TESTING_DECLINES: setting(
    settingTypes.count(10),
    'Number of declined cards in ten minutes that counts as card testing and requires a challenge.',
    '10',
  ),
  UNPAID_GIFT_DAYS: setting(settingTypes.days(180, 30), 'Days until an unpaid gift is anonymized.', '180'),
  UNUSED_DONOR_DAYS: setting(
    settingTypes.days(180, 30),
    'Days until the address of a donor without gifts is deleted.',
    '180',
  ),
});

declare module '@upstander/platform' {
  interface Settings extends ValuesOf<typeof donationsSettings> {}
}
