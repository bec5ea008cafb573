import { counter, gauge, healthChecks, metrics, type Defined } from '@upstander/platform';

export const identityMetrics = metrics.define({
  upstander_security_events_total: counter('Security events, by kind.', 'kind'),
  upstander_erasures_waiting: gauge(
    'Erasure requests waiting for staff, by reason: refused (something, for example a role, must be removed first) or stuck (approved more than an hour ago and not done).',
    'reason',
  ),
});

declare module '@upstander/platform' {
  interface MetricNames extends Defined<typeof identityMetrics> {}
}

export const identityHealth = healthChecks.define({
  'erasures-finish': { area: 'people', of: 'upstander_erasures_waiting', warnFrom: 1 },
});
