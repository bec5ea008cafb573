import { JobHandler, type Job } from '@upstander/platform';
import { WebhookQueue } from './webhook-queue.js';

@JobHandler('delete-old-webhooks')
export class DeleteOldWebhooks implements Job {
  constructor(private readonly queue: WebhookQueue) {}

  async run(): Promise<void> {
    await this.queue.deleteOld();
  }
}
