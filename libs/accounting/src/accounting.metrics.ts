import { gauge, healthChecks, metrics, type Defined } from '@upstander/platform';

export const accountingMetrics = metrics.define({
  upstander_ledger_check_age_seconds: gauge('Seconds since the last ledger check, of new transactions or of all.'),
  upstander_ledger_whole_check_overdue_seconds: gauge(
    "Seconds since a check of the whole ledger became due; 0 if it isn't due.",
  ),
  upstander_ledger_check_findings: gauge('Findings of the last ledger check.'),
  upstander_discrepancies_open: gauge('Open discrepancies of the ledger.'),
});

declare module '@upstander/platform' {
  interface MetricNames extends Defined<typeof accountingMetrics> {}
}

export const accountingHealth = healthChecks.define({
  // The check runs nightly; its job runs hourly.
  'ledger-is-checked': { area: 'money', of: 'upstander_ledger_check_age_seconds', warnFrom: 93_600, badFrom: 180_000 },
  'ledger-is-read-whole': {
    area: 'money',
    of: 'upstander_ledger_whole_check_overdue_seconds',
    warnFrom: 86_400,
    badFrom: 604_800,
  },
  'ledger-agrees': { area: 'money', of: 'upstander_discrepancies_open', warnFrom: 1, badFrom: 10 },
});
