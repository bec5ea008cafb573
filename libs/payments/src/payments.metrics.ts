import { gauge, healthChecks, metrics, type Defined } from '@upstander/platform';

export const paymentsMetrics = metrics.define({
  upstander_stripe_webhook_lag_seconds: gauge(
    'Longest delay of the Stripe events received within the last hour; 0 if there were none.',
  ),
  upstander_stripe_last_event_age_seconds: gauge('Seconds since the last Stripe event.'),
  upstander_refunds_waiting: gauge("Refunds that haven't been sent to Stripe yet."),
});

declare module '@upstander/platform' {
  interface MetricNames extends Defined<typeof paymentsMetrics> {}
}

export const paymentsHealth = healthChecks.define({
  'webhooks-arrive': { area: 'money', of: 'upstander_stripe_webhook_lag_seconds', warnFrom: 120, badFrom: 900 },
});
