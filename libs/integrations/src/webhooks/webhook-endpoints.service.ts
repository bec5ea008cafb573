import { Injectable } from '@nestjs/common';
import type { Actor } from '@upstander/identity';
import {
  Clock,
  Database,
  insertRow,
  isUuid,
  notFound,
  readInput,
  Refusal,
  refuseFaults,
  Secrets,
  selectList,
  type Tx,
} from '@upstander/platform';
import { randomUUID } from 'node:crypto';
import { WebhookClient } from './webhook-client.js';
import { WebhookDelivery } from './webhook-delivery.entity.js';
import { WebhookEndpoint, type WebhookEndpointSecret } from './webhook-endpoint.entity.js';
import { WebhookEndpointInput } from './webhook-endpoint.input.js';
import { testType } from './webhook-nouns.js';
import { disableEndpoint } from './webhook-queue.js';
import { newWebhookSecret, webhookSecretPurpose } from './webhook-secret.js';

/** Each change is compared with each endpoint. */
const maxEndpoints = 50;
const hoursWithOldSecret = 24;

const columns = `${selectList(WebhookEndpoint, 'e', 'anyone')}, (SELECT count(*)::integer FROM integrations.webhook_delivery d
  WHERE d.endpoint_id = e.id AND d.status = 'pending') AS "pendingCount"`;

@Injectable()
export class WebhookEndpoints {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly secrets: Secrets,
    private readonly client: WebhookClient,
  ) {}

  list(): Promise<WebhookEndpoint[]> {
    return this.db.query<WebhookEndpoint & Record<string, unknown>>(
      `SELECT ${columns} FROM integrations.webhook_endpoint e ORDER BY e.created_at, e.id`,
    );
  }

  /** @throws Refusal NOT_FOUND */
  async byId(id: string, db: Database | Tx = this.db): Promise<WebhookEndpoint> {
    const [endpoint] = isUuid(id)
      ? await db.query<WebhookEndpoint & Record<string, unknown>>(
          `SELECT ${columns} FROM integrations.webhook_endpoint e WHERE e.id = $1`,
          [id],
        )
      : [];
    if (!endpoint) throw notFound('This webhook endpoint');
    return endpoint;
  }

  /** The secret can't be read again. @throws Refusal BAD_INPUT, TOO_MANY_WEBHOOK_ENDPOINTS */
  create(actor: Actor, input: WebhookEndpointInput): Promise<WebhookEndpointSecret> {
    const values = this.readValues(input);
    const secret = newWebhookSecret();
    return this.db.transaction(async (tx) => {
      await tx.query('LOCK TABLE integrations.webhook_endpoint IN SHARE ROW EXCLUSIVE MODE');
      if ((await tx.manager.count(WebhookEndpoint)) >= maxEndpoints) {
        throw new Refusal('TOO_MANY_WEBHOOK_ENDPOINTS', `There can be at most ${maxEndpoints} webhook endpoints.`);
      }
      const id = randomUUID();
      await insertRow(tx.manager, WebhookEndpoint, {
        ...values,
        id,
        secretSealed: this.secrets.seal(webhookSecretPurpose(id), secret),
        createdBy: actor.accountId,
        createdAt: this.clock.now(),
      });
      return { endpoint: await this.byId(id, tx), secret };
    });
  }

  /** @throws Refusal NOT_FOUND, BAD_INPUT */
  async update(id: string, input: WebhookEndpointInput): Promise<WebhookEndpoint> {
    const values = this.readValues(input, await this.byId(id));
    await this.db.manager.update(WebhookEndpoint, id, values);
    return this.byId(id);
  }

  /**
   * For 24 hours, events are signed with both secrets. A second rotation in that time ends the oldest.
   * @throws Refusal NOT_FOUND
   */
  rotateSecret(id: string): Promise<WebhookEndpointSecret> {
    const secret = newWebhookSecret();
    return this.db.transaction(async (tx) => {
      const { secretSealed } = await this.lock(tx, id);
      await tx.manager.update(WebhookEndpoint, id, {
        secretSealed: this.secrets.seal(webhookSecretPurpose(id), secret),
        oldSecretSealed: secretSealed,
        oldSecretUntil: new Date(this.clock.now().valueOf() + hoursWithOldSecret * 3_600_000),
      });
      return { endpoint: await this.byId(id, tx), secret };
    });
  }

  /** Disabling gives up events that are not delivered yet. @throws Refusal NOT_FOUND */
  setEnabled(id: string, isEnabled: boolean): Promise<WebhookEndpoint> {
    return this.db.transaction(async (tx) => {
      const { status } = await this.lock(tx, id);
      if (isEnabled && status !== 'active') {
        const working = { failures: 0, failingSince: null, retryAt: null } as const;
        await tx.manager.update(WebhookEndpoint, id, { ...working, status: 'active', disabledReason: null });
      }
      if (!isEnabled && status === 'active') await disableEndpoint(tx, id, 'staff', this.clock.now());
      return this.byId(id, tx);
    });
  }

  /** Also deletes its log. @throws Refusal NOT_FOUND */
  async delete(id: string): Promise<boolean> {
    await this.byId(id);
    await this.db.manager.delete(WebhookEndpoint, id);
    return true;
  }

  /** @returns the ID of the delivery. @throws Refusal NOT_FOUND, WEBHOOK_ENDPOINT_DISABLED */
  sendTest(id: string): Promise<string> {
    return this.db.transaction(async (tx) => {
      const { status } = await this.lock(tx, id);
      if (status !== 'active') throw disabledRefusal();
      const now = this.clock.now();
      const event = { eventId: randomUUID(), type: testType, data: { id }, occurredAt: now, dueSince: now };
      return insertRow(tx.manager, WebhookDelivery, { ...event, endpointId: id });
    });
  }

  private async lock(tx: Tx, id: string): Promise<WebhookEndpoint> {
    const lock = { mode: 'for_no_key_update' } as const;
    const endpoint = isUuid(id) ? await tx.manager.findOne(WebhookEndpoint, { where: { id }, lock }) : null;
    if (!endpoint) throw notFound('This webhook endpoint');
    return endpoint;
  }

  private readValues(input: WebhookEndpointInput, before?: WebhookEndpoint) {
    const { values, faults } = readInput(WebhookEndpointInput, input, before);
    if (!faults['url']) {
      const fault = this.client.urlFault(values.url);
      if (fault) faults['url'] = fault;
    }
    if (values.types.length === 0) faults['types'] = 'required';
    refuseFaults(faults);
    return { ...values, types: [...new Set(values.types)] };
  }
}

export function disabledRefusal(): Refusal {
  return new Refusal('WEBHOOK_ENDPOINT_DISABLED', 'This endpoint is disabled. Enable it first.');
}
