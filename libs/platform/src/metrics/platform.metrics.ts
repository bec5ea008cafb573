import { counter, gauge, histogram, metrics } from './metric.js';

const seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
const jobSeconds = [0.01, 0.05, 0.25, 1, 5, 15, 60, 300, 900];

export const platformMetrics = metrics.define({
  upstander_release_info: gauge(
    'Always 1; its labels say which release this is, and on which Node.',
    'version',
    'node',
  ),
  upstander_http_request_duration_seconds: histogram(
    'How long requests took, by the pattern of their route.',
    seconds,
    'route',
    'method',
    'status',
  ),
  upstander_graphql_operation_duration_seconds: histogram(
    'How long GraphQL operations took, by their first field, of pages and of programs alike; the outcome is ok, refused or fault.',
    seconds,
    'operation',
    'outcome',
  ),
  upstander_database_pool_connections: gauge(
    'Connections of a pool that are open, unused, and requests that wait for one (total, idle, waiting).',
    'pool',
    'state',
  ),
  upstander_database_up: gauge('Whether the database answers.'),
  upstander_database_silences_total: counter(
    'How often a server of the database answered nobody for DATABASE_CONNECT_SECONDS, and nobody was let wait for it any longer.',
  ),
  upstander_replica_lag_seconds: gauge(
    'Maximum age of what the read replica shows; missing while unknown, 0 without a replica.',
  ),
  upstander_replica_unused: gauge(
    'Whether a read replica is set and not read from (1), with the reason: behind, away, no-standby, another-cluster.',
    'state',
  ),
  upstander_public_reads_total: counter('Reads for public pages, by server: replica or primary.', 'where'),
  upstander_queue_up: gauge('Whether the queue answers.'),
  upstander_slow_statements_total: counter('Statements that took longer than SLOW_STATEMENT_MS, by name.', 'statement'),
  upstander_queue_jobs: gauge(
    'Jobs by their name, queue (urgent: somebody waits for them; ordinary) and state (waiting, active, failed).',
    'job_name',
    'queue',
    'state',
  ),
  upstander_queue_oldest_waiting_seconds: gauge(
    'For how long the oldest job that waits has waited, by name and queue.',
    'job_name',
    'queue',
  ),
  upstander_job_duration_seconds: histogram(
    'How long jobs took (outcome: done, failed).',
    jobSeconds,
    'job_name',
    'outcome',
  ),
  upstander_job_overdue_seconds: gauge(
    'For how long a job should have run by its own schedule and has not.',
    'job_name',
  ),
  upstander_job_failures: gauge('How often in a row a job has failed; 0 is in order.', 'job_name'),
  upstander_measurement_failed: gauge('Whether a part of these figures could not be asked for (1), by part.', 'source'),
});
