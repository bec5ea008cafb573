import type { Pool } from 'pg';
import { Clock } from '../clock/clock.js';
import { Database } from '../database/database.js';
import { PublicReads } from '../database/public-reads.js';
import { jobs, urgencyOf } from '../queue/jobs.js';
import { JobQueue } from '../queue/job-queue.js';
import { JobRuns } from '../queue/job-runs.js';
import { MetricSource, type Measurement, type Measures } from '../metrics/metric-source.js';

/** Runs no statement, so it works with all connections in use. */
export function poolOf(pool: string, { totalCount, idleCount, waitingCount }: Pool): Measurement[] {
  const name = 'upstander_database_pool_connections';
  return [
    { name, labels: { pool, state: 'total' }, value: totalCount },
    { name, labels: { pool, state: 'idle' }, value: idleCount },
    { name, labels: { pool, state: 'waiting' }, value: waitingCount },
  ];
}

@MetricSource()
export class ProgramMetrics implements Measures {
  constructor(
    private readonly db: Database,
    private readonly queue: JobQueue,
    private readonly reads: PublicReads,
  ) {}

  async measure(): Promise<Measurement[]> {
    const otherPools = { queue: this.queue.pool, replica: this.reads.pool };
    const open = Object.entries(otherPools).flatMap(([name, pool]) => (pool ? poolOf(name, pool) : []));
    return [...poolOf('main', this.db.pool), ...open];
  }
}

@MetricSource()
export class DatabaseMetrics implements Measures {
  constructor(private readonly db: Database) {}

  async measure(): Promise<Measurement[]> {
    return [{ name: 'upstander_database_up', value: (await this.db.answers()) ? 1 : 0 }];
  }
}

@MetricSource()
export class ReplicaMetrics implements Measures {
  constructor(private readonly reads: PublicReads) {}

  async measure(): Promise<Measurement[]> {
    const { replicaState: state, lagSeconds } = this.reads;
    return [
      // Without a replica, public pages read from the primary, which has no lag.
      { name: 'upstander_replica_lag_seconds', value: state === 'none' ? 0 : lagSeconds },
      { name: 'upstander_replica_unused', labels: { state }, value: state === 'ok' || state === 'none' ? 0 : 1 },
    ];
  }
}

const jobOf = ({ labels }: Measurement) => labels?.['job_name'];

@MetricSource()
export class QueueMetrics implements Measures {
  constructor(private readonly queue: JobQueue) {}

  async measure(): Promise<Measurement[]> {
    if (!(await this.queue.isReady())) return [{ name: 'upstander_queue_up', value: 0 }];
    const now = Date.now();
    const counts = new Map<string, Measurement>();
    // Jobs with nothing waiting report 0.
    const oldestByJob = new Map(jobs.names().map((job) => [job, 0]));
    for (const { name: job, queue, state, since } of await this.queue.list()) {
      const key = `${job} ${queue} ${state}`;
      const value = (counts.get(key)?.value ?? 0) + 1;
      counts.set(key, { name: 'upstander_queue_jobs', labels: { job_name: job, queue, state }, value });
      if (state === 'waiting')
        oldestByJob.set(job, Math.max(oldestByJob.get(job) ?? 0, (now - since.valueOf()) / 1000));
    }
    const waitingJobs = new Set(
      [...counts.values()].filter(({ labels }) => labels?.['state'] === 'waiting').map(jobOf),
    );
    const idleJobs = jobs.names().filter((job) => !waitingJobs.has(job));
    const zeros = idleJobs.map((job): Measurement => {
      const labels = { job_name: job, queue: urgencyOf(job), state: 'waiting' };
      return { name: 'upstander_queue_jobs', labels, value: 0 };
    });
    const ages = [...oldestByJob].map(([job, value]): Measurement => {
      const labels = { job_name: job, queue: urgencyOf(job) };
      return { name: 'upstander_queue_oldest_waiting_seconds', labels, value };
    });
    return [{ name: 'upstander_queue_up', value: 1 }, ...counts.values(), ...zeros, ...ages];
  }
}

@MetricSource()
export class JobMetrics implements Measures {
  private readonly since: number;

  constructor(
    private readonly runs: JobRuns,
    private readonly clock: Clock,
  ) {
    this.since = clock.now().valueOf();
  }

  async measure(): Promise<Measurement[]> {
    const now = this.clock.now().valueOf();
    return (await this.runs.list()).flatMap(({ job, doneAt, failures, every }): Measurement[] => {
      // A job that has never run is overdue since monitoring started.
      const last = doneAt?.valueOf() ?? this.since;
      const overdue = Math.max(0, (now - last - every) / 1000);
      return [
        { name: 'upstander_job_overdue_seconds', labels: { job_name: job }, value: overdue },
        { name: 'upstander_job_failures', labels: { job_name: job }, value: failures },
      ];
    });
  }
}
