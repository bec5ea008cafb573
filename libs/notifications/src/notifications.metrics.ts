import { counter, gauge, healthChecks, metrics, type Defined } from '@upstander/platform';

export const notificationMetrics = metrics.define({
  upstander_mails_due: gauge('Mails that should have left by now and have not.'),
  upstander_mail_oldest_due_seconds: gauge('For how long the oldest mail that is due has waited; 0 when none is.'),
  upstander_mails_in_trouble: gauge('Mails of the last day that failed or bounced, by status.', 'status'),
  upstander_mails_total: counter('What became of mails (sent, bounced, failed, skipped, put-off).', 'outcome'),
});

declare module '@upstander/platform' {
  interface MetricNames extends Defined<typeof notificationMetrics> {}
}

export const notificationHealth = healthChecks.define({
  'mail-leaves': { area: 'mail', of: 'upstander_mail_oldest_due_seconds', warnFrom: 300, badFrom: 900 },
  'mail-arrives': { area: 'mail', of: 'upstander_mails_in_trouble', warnFrom: 1, badFrom: 50 },
});
