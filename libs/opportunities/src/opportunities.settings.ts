import { setting, settingTypes, settings, type ValuesOf } from '@upstander/platform';

export const opportunitySettings = settings.define({
  OPPORTUNITY_DAYS: setting(
    settingTypes.days(60, 20),
    'Days an opportunity stays on the site before the business has to renew it.',
    '60',
  ),
  OPPORTUNITY_RENEWALS: setting(
    settingTypes.count(2, 0),
    'How often a business can renew an unchanged opportunity before staff review it again.',
    '2',
  ),
});

declare module '@upstander/platform' {
  interface Settings extends ValuesOf<typeof opportunitySettings> {}
}
