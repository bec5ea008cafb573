import { healthChecks } from './health-check.js';

healthChecks.define({
  'database-answers': { area: 'programs', of: 'upstander_database_up', badBelow: 1 },
  'replica-answers': { area: 'programs', of: 'upstander_replica_unused', warnFrom: 1 },
  'queue-answers': { area: 'programs', of: 'upstander_queue_up', badBelow: 1 },
  'queue-moves': { area: 'programs', of: 'upstander_queue_oldest_waiting_seconds', warnFrom: 120, badFrom: 600 },
  'jobs-run': { area: 'programs', of: 'upstander_job_overdue_seconds', warnFrom: 300, badFrom: 900 },
  'jobs-succeed': { area: 'programs', of: 'upstander_job_failures', warnFrom: 1, badFrom: 3 },
  'backups-run': { area: 'programs', of: 'upstander_backup_overdue_seconds', warnFrom: 1 },
  'restores-work': { area: 'programs', of: 'upstander_restore_drill_overdue_seconds', warnFrom: 1 },
  'archive-is-current': { area: 'programs', of: 'upstander_archive_lag_seconds', warnFrom: 300, badFrom: 900 },
  // A week before the end, no one will renew it by themselves anymore.
  'certificate-lasts': { area: 'programs', of: 'upstander_certificate_overdue_seconds', warnFrom: 1, badFrom: 604_800 },
  'figures-are-whole': { area: 'programs', of: 'upstander_measurement_failed', warnFrom: 1 },
});
