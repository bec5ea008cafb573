import { gauge, healthChecks, metrics, type Defined } from '@upstander/platform';

export const advocacyMetrics = metrics.define({
  upstander_sealed_up: gauge('1 if both databases of the sealed zone respond, 0 otherwise.'),
  upstander_advocate_queue_oldest_seconds: gauge(
    'Age of the oldest request without an advocate, rounded to 15 minutes; 0 if there is none.',
  ),
  upstander_trail_check_broken: gauge('1 if the last check of the sealed audit trail failed, 0 otherwise.'),
  upstander_trail_check_age_seconds: gauge('Seconds since the sealed audit trail was checked.'),
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
