import { counter, gauge, healthChecks, metrics, type Defined } from '@upstander/platform';

export const eventMetrics = metrics.define({
  upstander_signups_total: counter('Sign-ups processed, by resulting status.', 'status'),
  upstander_reminders_overdue_seconds: gauge(
    "Age of the oldest due reminder that hasn't been queued; 0 if there is none.",
  ),
});

declare module '@upstander/platform' {
  interface MetricNames extends Defined<typeof eventMetrics> {}
}

export const eventHealth = healthChecks.define({
  'reminders-are-made': { area: 'people', of: 'upstander_reminders_overdue_seconds', warnFrom: 300, badFrom: 1800 },
});
