import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { DiscoveryService, Reflector } from '@nestjs/core';
import type { Job as BullJob, Queue, Worker } from 'bullmq';
import { randomUUID } from 'node:crypto';
import { Config } from '../config/config.js';
import { Logger } from '../logging/logger.js';
import { Outage } from '../logging/outage.js';
import { Metrics } from '../metrics/metrics.service.js';
import { openQueueBackend, type QueueBackend } from './backend.js';
import { jobHandlerKey, type Job } from './job-handler.js';
import { JobRuns } from './job-runs.js';
import { jobs, urgencies, urgencyOf, type JobName, type Urgency } from './jobs.js';
import { SerialRunner } from './one-at-a-time.js';
import { traceWork } from '../telemetry/telemetry.js';
import { succeedsWithin } from './succeeds-within.js';

/** Concurrent jobs per queue. A long email delivery leaves three for other urgent jobs. */
const concurrencyOf: Readonly<Record<Urgency, number>> = { urgent: 4, ordinary: 3 };
const totalConcurrency = concurrencyOf.urgent + concurrencyOf.ordinary;
const scheduleIntervalMs = 10_000;
const patienceMs = 2_000;
const jobOptions = { removeOnComplete: true, removeOnFail: 100 };

@Injectable()
export class JobRunner implements BeforeApplicationShutdown {
  private readonly stopping = new AbortController();
  private readonly serialRuns = new SerialRunner();
  private backend?: QueueBackend;
  private queues?: Readonly<Record<Urgency, Queue>>;
  private workers: Worker[] = [];
  private schedules?: NodeJS.Timeout;

  constructor(
    private readonly config: Config,
    private readonly logger: Logger,
    private readonly discovery: DiscoveryService,
    private readonly reflector: Reflector,
    private readonly runs: JobRuns,
    private readonly metrics: Metrics,
  ) {}

  get isRunning(): boolean {
    return this.workers.length > 0 && this.workers.every((worker) => worker.isRunning());
  }

  /**
   * Starts to run jobs. Call it after the signal handlers are installed.
   * @throws if a job doesn't have exactly one handler, because its work would silently be skipped.
   */
  async start(): Promise<void> {
    const handlers = this.handlers();
    // One connection per concurrent job, one listener per queue and one for the schedules.
    const backend = openQueueBackend(this.config, { connections: totalConcurrency + 3 });
    this.backend = backend;
    const queues = { urgent: backend.queue('urgent'), ordinary: backend.queue('ordinary') };
    this.queues = queues;
    const outage = new Outage(this.logger, 'the queue', () => new Date());
    const isAway = (error: Error) => outage.isAway(error.message);
    for (const urgency of urgencies) queues[urgency].on('error', isAway);
    await this.maintainSchedules();
    this.schedules = setInterval(() => {
      void Promise.all([this.maintainSchedules(), backend.takeJob()]).then(() => outage.reportRecovery(), isAway);
    }, scheduleIntervalMs);
    // Accepts every job from both queues, because older releases know only one.
    const work = async (job: Pick<BullJob, 'name' | 'data'>) => {
      const handler = handlers.get(job.name as JobName);
      if (!handler) throw new Error(`Nobody handles the job "${job.name}".`);
      const { trace } = job.data as { trace?: string };
      await this.serialRuns.run(job.name, () =>
        traceWork(`job ${job.name}`, 'job', { job: job.name }, () => this.run(job.name, handler), trace),
      );
    };
    this.workers = urgencies.map((urgency) => backend.worker(urgency, work, { concurrency: concurrencyOf[urgency] }));
    for (const worker of this.workers) {
      worker.on('error', isAway);
      void worker.run().catch((error: unknown) => {
        if (!this.stopping.signal.aborted) this.logger.fault(error, {}, 'the worker stopped');
      });
    }
    // Runs each job once at startup, so that overdue work doesn't wait for the next schedule.
    for (const name of handlers.keys()) await queues[urgencyOf(name)].add(name, {}, jobOptions);
  }

  /** Lets running jobs reach their next safe point before their dependencies shut down. */
  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.schedules);
    this.stopping.abort();
    await Promise.all(this.workers.map((worker) => worker.close()));
    if (this.queues)
      await succeedsWithin(patienceMs, Promise.all(Object.values(this.queues).map((queue) => queue.close())));
    await this.backend?.close();
  }

  /**
   * Restores missing schedules, and removes those of unknown jobs or of the other queue.
   * Runs repeatedly, because a wiped queue loses its schedules.
   */
  async maintainSchedules(): Promise<void> {
    if (!this.queues) return;
    for (const urgency of urgencies) {
      const queue = this.queues[urgency];
      const ownJobs = jobs.all().filter(([name]) => urgencyOf(name) === urgency);
      const schedulerKeys = (await queue.getJobSchedulers(0, -1)).map(({ key }) => key);
      for (const key of schedulerKeys) if (!ownJobs.some(([name]) => name === key)) await queue.removeJobScheduler(key);
      for (const [name, { every }] of ownJobs) {
        if (schedulerKeys.includes(name)) continue;
        await queue.upsertJobScheduler(name, { every }, { name, opts: jobOptions });
      }
    }
  }

  private async run(job: string, handler: Job): Promise<void> {
    const startedAt = performance.now();
    const elapsedMs = () => performance.now() - startedAt;
    try {
      await handler.run(this.stopping.signal);
      this.metrics.observe('upstander_job_duration_seconds', { job_name: job, outcome: 'done' }, elapsedMs() / 1000);
      await this.runs.recordSuccess(job, elapsedMs());
    } catch (error) {
      const runId = randomUUID();
      this.logger.fault(error, { job, runId }, 'a job failed');
      this.metrics.observe('upstander_job_duration_seconds', { job_name: job, outcome: 'failed' }, elapsedMs() / 1000);
      await this.runs.recordFailure(job, runId, kindOf(error));
      throw error;
    }
  }

  /** @throws if a job has no handler */
  handlers(): Map<JobName, Job> {
    const knownJobs = this.findHandlers();
    const missing = jobs.names().filter((name) => !knownJobs.has(name as JobName));
    if (missing.length > 0) throw new Error(`No handler for the job ${missing.map((name) => `"${name}"`).join(', ')}.`);
    return knownJobs;
  }

  /** Returns the handlers in this program; the demo has only some. @throws if a job has two */
  findHandlers(): Map<JobName, Job> {
    const jobsByName = new Map<JobName, Job>();
    for (const { instance, metatype } of this.discovery.getProviders()) {
      if (!metatype || !instance) continue;
      const name = this.reflector.get<JobName | undefined>(jobHandlerKey, metatype);
      if (!name) continue;
      if (jobsByName.has(name)) throw new Error(`The job "${name}" has two handlers.`);
      jobsByName.set(name, instance as Job);
    }
    return jobsByName;
  }
}

/** Messages may quote values. */
function kindOf(error: unknown): string {
  const { code, name } = (error ?? {}) as { code?: unknown; name?: unknown };
  const kind = typeof code === 'string' ? code : String(name ?? typeof error);
  return /^[\w.-]{1,60}$/.test(kind) ? kind : 'Error';
}
