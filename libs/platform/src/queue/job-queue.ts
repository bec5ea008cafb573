import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Queue } from 'bullmq';
import { Config } from '../config/config.js';
import { Logger } from '../logging/logger.js';
import { openQueueBackend, type QueueBackend } from './backend.js';
import { urgencies, urgencyOf, type JobName, type Urgency } from './jobs.js';
import { telemetry } from '../telemetry/telemetry.js';
import { succeedsWithin } from './succeeds-within.js';

const mergeWindow = 50;
const patience = 2_000;

const states = ['waiting', 'active', 'failed'] as const;
/** Maximum per state. More waiting jobs indicate a problem anyway. */
const maxListed = 500;

export interface ListedJob {
  readonly name: string;
  readonly queue: Urgency;
  readonly state: (typeof states)[number];
  readonly since: Date;
}

/** Wakes the worker. All work is recorded as rows; enqueueing a job only runs it sooner. */
@Injectable()
export class JobQueue implements OnApplicationShutdown {
  private readonly backend: QueueBackend;
  private readonly queues: Readonly<Record<Urgency, Queue>>;
  private readonly pendingJobs = new Map<JobName, { again: boolean }>();
  private readonly pendingAdds = new Set<Promise<void>>();
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
   * Requests a job run soon. Never throws or waits.
   * Calls in quick succession are merged into one at the start and one at the end. If the queue is unavailable, the
   * job runs on its schedule instead.
   */
  enqueue(job: JobName): void {
    if (this.closing) return;
    const sending = this.pendingJobs.get(job);
    if (sending) {
      sending.again = true;
      return;
    }
    const entry = { again: false };
    this.pendingJobs.set(job, entry);
    const mergeDelay = new Promise((resolve) => setTimeout(resolve, mergeWindow).unref());
    const addedJob = this.add(job);
    this.pendingAdds.add(addedJob);
    void addedJob.then(async () => {
      this.pendingAdds.delete(addedJob);
      await mergeDelay;
      this.pendingJobs.delete(job);
      if (entry.again) this.enqueue(job);
    });
  }

  /** Lists waiting, active and recently failed jobs. @throws if the queue is unavailable */
  async list(): Promise<ListedJob[]> {
    const groups = urgencies.flatMap((queue) =>
      states.map(async (state) => {
        const jobs = await this.queues[queue].getJobs([state], 0, maxListed - 1, true);
        return jobs.filter(Boolean).map(({ name, timestamp }) => ({ name, queue, state, since: new Date(timestamp) }));
      }),
    );
    return (await Promise.all(groups)).flat();
  }

  get pool() {
    return this.backend.pool;
  }

  async isReady(): Promise<boolean> {
    return succeedsWithin(
      patience,
      Promise.all([this.queues.urgent.getJobCountByTypes('waiting'), this.backend.takeJob()]),
    );
  }

  async onApplicationShutdown(): Promise<void> {
    this.closing = true;
    await succeedsWithin(patience, Promise.all(this.pendingAdds));
    await succeedsWithin(patience, Promise.all(urgencies.map((urgency) => this.queues[urgency].close())));
    await this.backend.close();
  }

  private async add(job: JobName): Promise<void> {
    try {
      const trace = telemetry.on?.traceparent();
      await this.queues[urgencyOf(job)].add(job, trace ? { trace } : {}, { removeOnComplete: true, removeOnFail: 100 });
    } catch (error) {
      if (!this.closing) this.logger.warn({ job, why: String(error) }, 'could not enqueue a job');
    }
  }
}
