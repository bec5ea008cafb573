import { gauge, healthChecks, metrics, type Defined } from '@upstander/platform';

export const paymentsMetrics = metrics.define({
  upstander_stripe_webhook_lag_seconds: gauge(
    "For how long Stripe's events of the last hour were under way at most; 0 when none came.",
  ),
  upstander_stripe_last_event_age_seconds: gauge("How long ago Stripe's last event came."),
  upstander_refunds_waiting: gauge('Refunds that are to be sent to Stripe and have not been.'),
});

declare module '@upstander/platform' {
  interface MetricNames extends Defined<typeof paymentsMetrics> {}
}

export const paymentsHealth = healthChecks.define({
  'webhooks-arrive': { area: 'money', of: 'upstander_stripe_webhook_lag_seconds', warnFrom: 120, badFrom: 900 },
});
