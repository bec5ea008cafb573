import { counter, metrics, type Defined } from '@upstander/platform';

export const identityMetrics = metrics.define({
  upstander_security_events_total: counter('Security events, by their kind.', 'kind'),
});

declare module '@upstander/platform' {
  interface MetricNames extends Defined<typeof identityMetrics> {}
}
