import { setting, settingTypes, settings, type ValuesOf } from '@upstander/platform';

export const accountingSettings = settings.define({
  DISBURSE_WITHIN_DAYS: setting(
    settingTypes.days(30),
    "Days after the end of a campaign after which finance is notified about money that hasn't been disbursed.",
    '30',
  ),
  HOLD_AT_MOST_DAYS: setting(
    settingTypes.days(90),
    'Days after which finance is notified about undisbursed money of a campaign that is still running.',
    '90',
  ),
  LEDGER_WHOLE_CHECK_DAYS: setting(
    settingTypes.days(7),
    'Days between checks of the whole ledger. New entries are checked every night.',
    '7',
  ),
});

declare module '@upstander/platform' {
  interface Settings extends ValuesOf<typeof accountingSettings> {}
}
