import { Injectable } from '@nestjs/common';
import { JobHandler, type Job } from '@upstander/platform';
import { MailBatch } from './mail-batch.js';
import { MailClaims } from './mail-claims.js';

const batchSize = 100;
/** While one batch is claimed, looked up or marked, the other keeps the connections busy. */
const sideBySide = 2;

/** Sends what is due, batch after batch, until nothing is. */
@JobHandler('deliver-due-mail')
@Injectable()
export class DeliverDueMail implements Job {
  constructor(
    private readonly claims: MailClaims,
    private readonly batch: MailBatch,
  ) {}

  async run(signal: AbortSignal): Promise<void> {
    await Promise.all(Array.from({ length: sideBySide }, () => this.deliver(signal)));
  }

  private async deliver(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const claimed = await this.claims.claim(batchSize);
      if (claimed.mails.length === 0) return;
      // Without a server there is no use in the next batch; the schedule comes back to it.
      if (!(await this.batch.deliver(claimed, signal))) return;
    }
  }
}
