import { gauge, healthChecks, metrics, type Defined } from '@upstander/platform';

export const filesMetrics = metrics.define({
  upstander_files_up: gauge('Whether files can be reached: where they are in the database, they can.'),
});

declare module '@upstander/platform' {
  interface MetricNames extends Defined<typeof filesMetrics> {}
}

export const filesHealth = healthChecks.define({
  'files-answer': { area: 'programs', of: 'upstander_files_up', badBelow: 1 },
});
