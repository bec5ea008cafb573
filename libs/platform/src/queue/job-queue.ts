import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Queue } from 'bullmq';
import { Config } from '../config/config.js';
import { Logger } from '../logging/logger.js';
import { openQueueBackend, type QueueBackend } from './backend.js';
import { urgencies, urgencyOf, type JobName, type Urgency } from './jobs.js';
import { telemetry } from '../telemetry/telemetry.js';
import { within } from './within.js';

const quietFor = 50;
const patience = 2_000;

const states = ['waiting', 'active', 'failed'] as const;
/** Of each state; a queue in which more waits is ill enough to be seen. */
const mostListed = 500;

/** A job as it stands in the queue. */
export interface ListedJob {
  readonly name: string;
  readonly queue: Urgency;
  readonly state: (typeof states)[number];
  readonly since: Date;
}

/** Wakes the worker. What is to be done is a row in PostgreSQL; enqueueing a job only makes it happen sooner. */
@Injectable()
export class JobQueue implements OnApplicationShutdown {
  private readonly backend: QueueBackend;
  private readonly queues: Readonly<Record<Urgency, Queue>>;
  private readonly sending = new Map<JobName, { again: boolean }>();
  private readonly underWay = new Set<Promise<void>>();
  private closing = false;

  constructor(
    config: Config,
    private readonly logger: Logger,
  ) {
    this.backend = openQueueBackend(config);
    this.queues = { urgent: this.backend.queue('urgent'), ordinary: this.backend.queue('ordinary') };
    for (const queue of Object.values(this.queues)) queue.on('error', () => undefined);
  }

  /**
   * Asks for a job soon. Never throws and never waits: when the queue is away, the job's own schedule finds the rows.
   * Calls close together become one at the beginning and one at the end; while one is on its way to a queue that is
   * slow or away, there is no second, so that nothing piles up.
   */
  enqueue(job: JobName): void {
    if (this.closing) return;
    const sending = this.sending.get(job);
    if (sending) {
      sending.again = true;
      return;
    }
    const entry = { again: false };
    this.sending.set(job, entry);
    const quiet = new Promise((resolve) => setTimeout(resolve, quietFor).unref());
    const added = this.add(job);
    this.underWay.add(added);
    void added.then(async () => {
      this.underWay.delete(added);
      await quiet;
      this.sending.delete(job);
      if (entry.again) this.enqueue(job);
    });
  }

  /** What waits, is under way, or failed lately: names and times. @throws when the queue is away */
  async listed(): Promise<ListedJob[]> {
    const groups = urgencies.flatMap((queue) =>
      states.map(async (state) => {
        const jobs = await this.queues[queue].getJobs([state], 0, mostListed - 1, true);
        return jobs.filter(Boolean).map(({ name, timestamp }) => ({ name, queue, state, since: new Date(timestamp) }));
      }),
    );
    return (await Promise.all(groups)).flat();
  }

  /** The connections of a queue that is in PostgreSQL. */
  get pool() {
    return this.backend.pool;
  }

  /** Whether the queue answers, and takes jobs; for /health. */
  async ready(): Promise<boolean> {
    return within(patience, Promise.all([this.queues.urgent.getJobCountByTypes('waiting'), this.backend.takes()]));
  }

  async onApplicationShutdown(): Promise<void> {
    this.closing = true;
    await within(patience, Promise.all(this.underWay));
    await within(patience, Promise.all(urgencies.map((of) => this.queues[of].close())));
    await this.backend.close();
  }

  private async add(job: JobName): Promise<void> {
    try {
      const trace = telemetry.on?.traceparent();
      await this.queues[urgencyOf(job)].add(job, trace ? { trace } : {}, { removeOnComplete: true, removeOnFail: 100 });
    } catch (error) {
      if (!this.closing) this.logger.warn({ job, why: String(error) }, 'the queue could not be rung');
    }
  }
}
