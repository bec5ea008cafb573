import { setting, settingOf, settings, type ValuesOf } from '@upstander/platform';

export const accountingSettings = settings.define({
  DISBURSE_WITHIN_DAYS: setting(
    settingOf.days(30),
    'How many days after the end of a campaign its money may still be here before finance is told.',
    '30',
  ),
  HOLD_AT_MOST_DAYS: setting(
    settingOf.days(90),
    'How many days money may be here while its campaign goes on before finance is told.',
    '90',
  ),
  LEDGER_WHOLE_CHECK_DAYS: setting(
    settingOf.days(7),
    'Every how many days the whole ledger is read again; every night what came since is.',
    '7',
  ),
});

declare module '@upstander/platform' {
  interface Settings extends ValuesOf<typeof accountingSettings> {}
}
