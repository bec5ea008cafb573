import { counter, gauge, healthChecks, metrics, type Defined } from '@upstander/platform';

export const eventMetrics = metrics.define({
  upstander_signups_total: counter('Sign-ups that this process took, by what became of them.', 'status'),
  upstander_reminders_overdue_seconds: gauge(
    'For how long the oldest reminder that is due has not been made; 0 when none is.',
  ),
});

declare module '@upstander/platform' {
  interface MetricNames extends Defined<typeof eventMetrics> {}
}

export const eventHealth = healthChecks.define({
  'reminders-are-made': { area: 'people', of: 'upstander_reminders_overdue_seconds', warnFrom: 300, badFrom: 1800 },
});
