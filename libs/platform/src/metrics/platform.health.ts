import { healthChecks } from './health-check.js';

healthChecks.define({
  'jobs-run': { area: 'programs', of: 'upstander_job_overdue_seconds', warnFrom: 120, badFrom: 600 },
  'jobs-succeed': { area: 'programs', of: 'upstander_job_failures', warnFrom: 1, badFrom: 3 },
  'queue-moves': { area: 'programs', of: 'upstander_queue_oldest_waiting_seconds', warnFrom: 120, badFrom: 600 },
});
