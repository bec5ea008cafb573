import { JobHandler, type Job } from '@upstander/platform';
import { SmsBatch } from './sms-batch.js';
import { SmsClaims } from './sms-claims.js';

const batchSize = 50;

@JobHandler('deliver-due-sms')
export class DeliverDueSms implements Job {
  constructor(
    private readonly claims: SmsClaims,
    private readonly batch: SmsBatch,
  ) {}

  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const claimed = await this.claims.claim(batchSize);
      if (claimed.texts.length === 0) return;
      // The next batch would fail too. The job's schedule retries.
      if (!(await this.batch.deliver(claimed, signal))) return;
    }
  }
}
