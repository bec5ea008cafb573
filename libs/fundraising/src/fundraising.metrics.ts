import { gauge, healthChecks, metrics, type Defined } from '@upstander/platform';

export const fundraisingMetrics = metrics.define({
  upstander_gifts_last_hour: gauge('Gifts that were begun or paid within the last hour, by status.', 'status'),
  upstander_stripe_webhook_lag_seconds: gauge(
    "For how long Stripe's events of the last hour were under way at most; 0 when none came.",
  ),
  upstander_stripe_last_event_age_seconds: gauge("How long ago Stripe's last event came."),
  upstander_ledger_check_age_seconds: gauge('How long ago the ledger was checked: what was new then, or everything.'),
  upstander_ledger_whole_check_overdue_seconds: gauge(
    'For how long it has been time to read the whole ledger again; 0 when it is not.',
  ),
  upstander_ledger_check_findings: gauge('What did not agree when the ledger was checked last.'),
  upstander_discrepancies_open: gauge('Discrepancies of the ledger that nobody has settled.'),
  upstander_refunds_waiting: gauge('Refunds that are to be sent to Stripe and have not been.'),
});

declare module '@upstander/platform' {
  interface MetricNames extends Defined<typeof fundraisingMetrics> {}
}

export const fundraisingHealth = healthChecks.define({
  'webhooks-arrive': { area: 'money', of: 'upstander_stripe_webhook_lag_seconds', warnFrom: 120, badFrom: 900 },
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
