import { gauge, healthChecks, metrics, type Defined } from '@upstander/platform';

export const accountingMetrics = metrics.define({
  upstander_ledger_check_age_seconds: gauge('How long ago the ledger was checked: what was new then, or everything.'),
  upstander_ledger_whole_check_overdue_seconds: gauge(
    'For how long it has been time to read the whole ledger again; 0 when it is not.',
  ),
  upstander_ledger_check_findings: gauge('What did not agree when the ledger was checked last.'),
  upstander_discrepancies_open: gauge('Discrepancies of the ledger that nobody has settled.'),
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
