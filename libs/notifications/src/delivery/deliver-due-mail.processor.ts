import { JobHandler, type Job } from '@upstander/platform';
import { MailBatch } from './mail-batch.js';
import { MailClaims } from './mail-claims.js';

const batchSize = 100;
/** Batches sent in parallel keep connections busy while one is claimed, loaded or marked. */
const parallelBatches = 2;

@JobHandler('deliver-due-mail')
export class DeliverDueMail implements Job {
  constructor(
    private readonly claims: MailClaims,
    private readonly batch: MailBatch,
  ) {}

  async run(signal: AbortSignal): Promise<void> {
    await Promise.all(Array.from({ length: parallelBatches }, () => this.deliver(signal)));
  }

  private async deliver(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const claimed = await this.claims.claim(batchSize);
      if (claimed.mails.length === 0) return;
      // Without a mail server the next batch would fail too. The job's schedule retries.
      if (!(await this.batch.deliver(claimed, signal))) return;
    }
  }
}
