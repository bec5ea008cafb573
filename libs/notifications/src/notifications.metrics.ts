import { counter, gauge, healthChecks, metrics, type Defined } from '@upstander/platform';

export const notificationMetrics = metrics.define({
  upstander_mails_due: gauge("Emails that are due and haven't been sent."),
  upstander_mail_oldest_due_seconds: gauge(
    'Age of the oldest due email, or since its first attempt while the mail server is away; 0 if there is none.',
  ),
  upstander_mails_in_trouble: gauge('Emails of the last day that failed or bounced, by status.', 'status'),
  upstander_mails_total: counter('Processed emails, by outcome: sent, bounced, failed, skipped or put-off.', 'outcome'),
  upstander_sms_oldest_due_seconds: gauge(
    'Age of the oldest due text, or since its first attempt while the provider is away; 0 if there is none.',
  ),
  upstander_sms_total: counter('Processed texts, by outcome: queued, failed, skipped or put-off.', 'outcome'),
});

declare module '@upstander/platform' {
  interface MetricNames extends Defined<typeof notificationMetrics> {}
}

export const notificationHealth = healthChecks.define({
  'mail-leaves': { area: 'mail', of: 'upstander_mail_oldest_due_seconds', warnFrom: 300, badFrom: 900 },
  'texts-leave': { area: 'mail', of: 'upstander_sms_oldest_due_seconds', warnFrom: 300, badFrom: 900 },
  'mail-arrives': { area: 'mail', of: 'upstander_mails_in_trouble', warnFrom: 1, badFrom: 50 },
});
