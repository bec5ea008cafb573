import { setting, settingOf, settings, type ValuesOf } from '@upstander/platform';

export const opportunitySettings = settings.define({
  OPPORTUNITY_DAYS: setting(
    settingOf.days(60, 20),
    'How many days an opportunity of a business is on the site before it must be renewed.',
    '60',
  ),
  OPPORTUNITY_RENEWALS: setting(
    settingOf.count(2, 0),
    'How often a business may renew an unchanged opportunity before somebody of staff reads it again.',
    '2',
  ),
});

declare module '@upstander/platform' {
  interface Settings extends ValuesOf<typeof opportunitySettings> {}
}
