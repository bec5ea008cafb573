import { gauge, healthChecks, metrics, type Defined } from '@upstander/platform';

export const advocacyMetrics = metrics.define({
  upstander_sealed_up: gauge('Whether both databases of the sealed zone answer.'),
  upstander_advocate_queue_oldest_seconds: gauge(
    'For how long the oldest request that no advocate has taken waits, in steps of a quarter of an hour; 0 when none does.',
  ),
  upstander_trail_check_broken: gauge('Whether the last check of the sealed trail found it broken.'),
  upstander_trail_check_age_seconds: gauge('How long ago the sealed trail was checked.'),
});

declare module '@upstander/platform' {
  interface MetricNames extends Defined<typeof advocacyMetrics> {}
}

export const advocacyHealth = healthChecks.define({
  'sealed-zone-answers': { area: 'people', of: 'upstander_sealed_up', badBelow: 1 },
  'advocates-answer': {
    area: 'people',
    of: 'upstander_advocate_queue_oldest_seconds',
    warnFrom: 86_400,
    badFrom: 259_200,
  },
  'trail-is-whole': { area: 'people', of: 'upstander_trail_check_broken', badFrom: 1 },
});
