import { gauge, healthChecks, metrics, type Defined } from '@upstander/platform';

export const filesMetrics = metrics.define({
  upstander_files_up: gauge(
    '1 if the file storage responds, 0 otherwise. Always 1 if files are stored in the database.',
  ),
});

declare module '@upstander/platform' {
  interface MetricNames extends Defined<typeof filesMetrics> {}
}

export const filesHealth = healthChecks.define({
  'files-answer': { area: 'programs', of: 'upstander_files_up', badBelow: 1 },
});
