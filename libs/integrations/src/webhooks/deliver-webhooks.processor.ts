import { Clock, JobHandler, Metrics, Secrets, type Job } from '@upstander/platform';
import { Webhook } from 'standardwebhooks';
import { WebhookClient } from './webhook-client.js';
import { webhookPayload } from './webhook-payload.js';
import { WebhookQueue, type ClaimedEndpoint } from './webhook-queue.js';
import { webhookSecretPurpose } from './webhook-secret.js';
import { failuresToPause } from './retry-schedule.js';

/** Endpoints served at the same time, so a slow one delays few others. */
const parallelEndpoints = 8;
const batchSize = 50;
/** Afterwards, other endpoints get their turn. */
const batchesPerTurn = 10;

/** Sends each endpoint its events one after the other, in order. */
@JobHandler('deliver-webhooks')
export class DeliverWebhooks implements Job {
  constructor(
    private readonly queue: WebhookQueue,
    private readonly client: WebhookClient,
    private readonly secrets: Secrets,
    private readonly clock: Clock,
    private readonly metrics: Metrics,
  ) {}

  async run(signal: AbortSignal): Promise<void> {
    await this.queue.giveUp();
    const serveNext = async (): Promise<void> => {
      while (!signal.aborted) {
        const [endpoint] = await this.queue.claim(1);
        if (!endpoint) return;
        try {
          await this.serve(endpoint, signal);
        } finally {
          await this.queue.release(endpoint);
        }
      }
    };
    await Promise.all(Array.from({ length: parallelEndpoints }, serveNext));
  }

  private async serve(endpoint: ClaimedEndpoint, signal: AbortSignal): Promise<void> {
    const signers = this.signersOf(endpoint);
    if (!signers) {
      await this.queue.disableLost(endpoint);
      return;
    }
    for (let batch = 0; batch < batchesPerTurn; batch += 1) {
      const deliveries = await this.queue.next(endpoint, batchSize);
      if (deliveries.length === 0) return;
      for (const delivery of deliveries) {
        if (signal.aborted) return;
        const body = webhookPayload(delivery);
        const now = this.clock.now();
        const result = await this.client.post(endpoint.url, body, {
          'user-agent': 'Upstander-Webhooks/1.0',
          'webhook-id': delivery.eventId,
          'webhook-timestamp': String(Math.floor(now.valueOf() / 1_000)),
          'webhook-signature': signers.map((signer) => signer.sign(delivery.eventId, now, body)).join(' '),
        });
        this.metrics.count('upstander_webhook_attempts_total', {
          outcome: result.problem === null ? 'done' : 'failed',
        });
        const failures = await this.queue.record(endpoint, delivery, result);
        if (failures === null) return;
        endpoint.failures = failures;
        if (failures >= failuresToPause || result.retryAfterMs > 0) return;
      }
    }
  }

  /** After a rotation, both secrets sign until the old one expires. Null if a secret can't be opened. */
  private signersOf({ id, secretSealed, oldSecretSealed, oldSecretUntil }: ClaimedEndpoint): Webhook[] | null {
    const isOldValid = oldSecretSealed !== null && oldSecretUntil !== null && oldSecretUntil > this.clock.now();
    const sealed = isOldValid ? [secretSealed, oldSecretSealed] : [secretSealed];
    try {
      return sealed.map((secret) => new Webhook(this.secrets.unseal(webhookSecretPurpose(id), secret)));
    } catch {
      return null;
    }
  }
}
