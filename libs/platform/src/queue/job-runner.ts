import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DiscoveryService, Reflector } from '@nestjs/core';
import type { Queue, Worker } from 'bullmq';
import { Config } from '../config/config.js';
import { Logger } from '../logging/logger.js';
import { openQueueBackend, type QueueBackend } from './backend.js';
import { jobHandlerKey, type Job } from './job-handler.js';
import { jobs, type JobName } from './job-names.js';

/** Runs the jobs in the worker process, and keeps their schedules. */
@Injectable()
export class JobRunner implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly stopping = new AbortController();
  private backend?: QueueBackend;
  private queue?: Queue;
  private worker?: Worker;

  constructor(
    private readonly config: Config,
    private readonly logger: Logger,
    private readonly discovery: DiscoveryService,
    private readonly reflector: Reflector,
  ) {}

  /** @throws when a job has no handler or two: better no worker than one that forgets the reminders. */
  async onApplicationBootstrap(): Promise<void> {
    const handlers = this.handlers();
    this.backend = openQueueBackend(this.config);
    this.queue = this.backend.queue();
    this.queue.on('error', (error) => this.logger.warn({ why: error.message }, 'the queue is away'));
    for (const [name, { every }] of Object.entries(jobs)) {
      await this.queue.upsertJobScheduler(name, { every }, { name, opts: { removeOnComplete: true, removeOnFail: 100 } });
    }
    this.worker = this.backend.worker(
      async (job) => {
        const handler = handlers.get(job.name as JobName);
        if (!handler) throw new Error(`Nobody handles the job "${job.name}".`);
        await handler.run(this.stopping.signal);
      },
      { concurrency: 4 },
    );
    this.worker.on('error', (error) => this.logger.warn({ why: error.message }, 'the queue is away'));
    this.worker.on('failed', (job, error) => this.logger.fault(error, { job: job?.name }, 'a job failed'));
    void this.worker.run().catch((error: unknown) => {
      if (!this.stopping.signal.aborted) this.logger.fault(error, {}, 'the worker stopped');
    });
  }

  /** Lets what is under way come to its next safe point, then leaves. */
  async onApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.worker?.close();
    await this.queue?.close();
    await this.backend?.close();
  }

  /** Every job with its one handler; also what a test uses to run a job by hand. */
  handlers(): Map<JobName, Job> {
    const found = new Map<JobName, Job>();
    for (const { instance, metatype } of this.discovery.getProviders()) {
      if (!metatype || !instance) continue;
      const name = this.reflector.get<JobName | undefined>(jobHandlerKey, metatype);
      if (!name) continue;
      if (found.has(name)) throw new Error(`The job "${name}" has two handlers.`);
      found.set(name, instance as Job);
    }
    const missing = Object.keys(jobs).filter((name) => !found.has(name as JobName));
    if (missing.length > 0) throw new Error(`No handler for the job ${missing.map((name) => `"${name}"`).join(', ')}.`);
    return found;
  }
}
