import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Queue } from 'bullmq';
import { Config } from '../config/config.js';
import { Logger } from '../logging/logger.js';
import { openQueueBackend, type QueueBackend } from './backend.js';
import type { JobName } from './job-names.js';

const quietFor = 50;

/** The doorbell. What is to be done is a row in PostgreSQL; ringing only makes it happen sooner. */
@Injectable()
export class JobQueue implements OnApplicationShutdown {
  private readonly backend: QueueBackend;
  private readonly queue: Queue;
  private readonly quiet = new Map<JobName, { again: boolean }>();
  private readonly underWay = new Set<Promise<unknown>>();
  private closing = false;

  constructor(
    config: Config,
    private readonly logger: Logger,
  ) {
    this.backend = openQueueBackend(config);
    this.queue = this.backend.queue();
    this.queue.on('error', () => undefined);
  }

  /**
   * Asks for a job soon. Never throws and never waits: when the queue is away, the job's own schedule finds the rows.
   * Rings close together become one at the beginning and one at the end.
   */
  ring(job: JobName): void {
    if (this.closing) return;
    const quiet = this.quiet.get(job);
    if (quiet) {
      quiet.again = true;
      return;
    }
    const entry = { again: false };
    this.quiet.set(job, entry);
    setTimeout(() => {
      this.quiet.delete(job);
      if (entry.again) this.ring(job);
    }, quietFor).unref();
    const adding = this.queue
      .add(job, {}, { removeOnComplete: true, removeOnFail: 100 })
      .catch((error: unknown) => this.logger.warn({ job, why: String(error) }, 'the queue could not be rung'))
      .finally(() => this.underWay.delete(adding));
    this.underWay.add(adding);
  }

  /** Whether the queue answers; for /readyz. */
  async ready(): Promise<boolean> {
    try {
      await this.queue.getJobCountByTypes('waiting');
      return true;
    } catch {
      return false;
    }
  }

  async onApplicationShutdown(): Promise<void> {
    this.closing = true;
    await Promise.all(this.underWay);
    await this.queue.close();
    await this.backend.close();
  }
}
