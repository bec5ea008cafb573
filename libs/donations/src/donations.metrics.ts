import { gauge, metrics, type Defined } from '@upstander/platform';

export const donationsMetrics = metrics.define({
  upstander_gifts_last_hour: gauge('Gifts started or paid within the last hour, by status.', 'status'),
});

declare module '@upstander/platform' {
  interface MetricNames extends Defined<typeof donationsMetrics> {}
}
