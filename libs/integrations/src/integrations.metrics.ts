import { counter, gauge, healthChecks, metrics, type Defined } from '@upstander/platform';

export const integrationsMetrics = metrics.define({
  upstander_access_token_requests_total: counter(
    'Requests with an access token, by outcome: accepted, refused or limited.',
    'outcome',
  ),
  upstander_webhook_oldest_due_seconds: gauge(
    'Age of the oldest due event of a webhook endpoint that accepts events; 0 if there is none.',
  ),
  upstander_webhook_endpoints_failing: gauge('Active webhook endpoints whose last attempts failed.'),
  upstander_webhook_attempts_total: counter('Attempts to deliver a webhook, by outcome: done or failed.', 'outcome'),
});

declare module '@upstander/platform' {
  interface MetricNames extends Defined<typeof integrationsMetrics> {}
}

export const integrationsHealth = healthChecks.define({
  'webhooks-leave': { area: 'programs', of: 'upstander_webhook_oldest_due_seconds', warnFrom: 300, badFrom: 900 },
  'webhooks-are-accepted': { area: 'programs', of: 'upstander_webhook_endpoints_failing', warnFrom: 1 },
});
