import { counter, gauge, histogram, metrics } from './metric.js';

const seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
const jobSeconds = [0.01, 0.05, 0.25, 1, 5, 15, 60, 300, 900];

export const platformMetrics = metrics.define({
  upstander_release_info: gauge('Always 1. The labels are the versions of the release and of Node.', 'version', 'node'),
  upstander_http_request_duration_seconds: histogram(
    'Duration of requests, by route pattern.',
    seconds,
    'route',
    'method',
    'status',
  ),
  upstander_graphql_operation_duration_seconds: histogram(
    'Duration of GraphQL operations, by first field and outcome: ok, refused or fault.',
    seconds,
    'operation',
    'outcome',
  ),
  upstander_database_pool_connections: gauge(
    'Connections of a pool, by state: total, idle, or waiting (requests without a connection).',
    'pool',
    'state',
  ),
  upstander_database_up: gauge('1 if the database responds, 0 otherwise.'),
  upstander_database_silences_total: counter(
    "Times that a database server didn't respond for DATABASE_CONNECT_SECONDS and its waiting queries were rejected.",
  ),
  upstander_database_bytes: gauge('Size of the database on its disk.'),
  upstander_backup_overdue_seconds: gauge(
    'Seconds since the last “upstander backup” became older than BACKUP_HOURS; 0 if backups are not watched.',
  ),
  upstander_restore_drill_overdue_seconds: gauge(
    'Seconds since the last “upstander restore-drill” became older than RESTORE_DRILL_DAYS; 0 if drills are not watched.',
  ),
  upstander_archive_lag_seconds: gauge(
    "Seconds since PostgreSQL last archived its write-ahead log; 0 if it doesn't archive.",
  ),
  upstander_certificate_overdue_seconds: gauge(
    'Seconds since two weeks before the certificate of PUBLIC_URL or ADMIN_URL expires; 0 before, or without HTTPS.',
  ),
  upstander_replica_lag_seconds: gauge(
    'Maximum age of data on the read replica; missing while unknown, 0 without a replica.',
  ),
  upstander_replica_unused: gauge(
    '1 if a read replica is configured but not used, by reason: behind, away, no-standby or another-cluster.',
    'state',
  ),
  upstander_public_reads_total: counter('Reads for public pages, by server: replica or primary.', 'where'),
  upstander_queue_up: gauge('1 if the queue responds, 0 otherwise.'),
  upstander_slow_statements_total: counter('Statements that took longer than SLOW_STATEMENT_MS, by name.', 'statement'),
  upstander_queue_jobs: gauge(
    'Jobs by name, queue (urgent if a person is waiting, otherwise ordinary) and state (waiting, active, failed).',
    'job_name',
    'queue',
    'state',
  ),
  upstander_queue_oldest_waiting_seconds: gauge(
    'Age of the oldest waiting job, by name and queue.',
    'job_name',
    'queue',
  ),
  upstander_job_duration_seconds: histogram(
    'Duration of jobs, by outcome: done or failed.',
    jobSeconds,
    'job_name',
    'outcome',
  ),
  upstander_job_overdue_seconds: gauge('Seconds by which a job is late according to its schedule.', 'job_name'),
  upstander_job_failures: gauge('Consecutive failures of a job.', 'job_name'),
  upstander_measurement_failed: gauge("1 if a source of these metrics couldn't be read, by source.", 'source'),
});
