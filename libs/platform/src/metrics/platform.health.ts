import { healthChecks } from './health-check.js';

healthChecks.define({
  'database-answers': { area: 'programs', of: 'upstander_database_up', badBelow: 1 },
  'replica-answers': { area: 'programs', of: 'upstander_replica_unused', warnFrom: 1 },
  'queue-answers': { area: 'programs', of: 'upstander_queue_up', badBelow: 1 },
  'queue-moves': { area: 'programs', of: 'upstander_queue_oldest_waiting_seconds', warnFrom: 120, badFrom: 600 },
  'jobs-run': { area: 'programs', of: 'upstander_job_overdue_seconds', warnFrom: 300, badFrom: 900 },
  'jobs-succeed': { area: 'programs', of: 'upstander_job_failures', warnFrom: 1, badFrom: 3 },
  'figures-are-whole': { area: 'programs', of: 'upstander_measurement_failed', warnFrom: 1 },
});
