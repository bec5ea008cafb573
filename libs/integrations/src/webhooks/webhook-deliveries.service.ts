import { Injectable } from '@nestjs/common';
import type { Actor } from '@upstander/identity';
import {
  badInput,
  Clock,
  Database,
  isUuid,
  keysetList,
  notFound,
  selectList,
  Values,
  type PageArgs,
} from '@upstander/platform';
import {
  WebhookAttempt,
  WebhookDelivery,
  type ReplayWebhooksInput,
  type WebhookDeliveryConnection,
  type WebhookDeliveryFilter,
} from './webhook-delivery.entity.js';
import { disabledRefusal, WebhookEndpoints } from './webhook-endpoints.service.js';
import { webhookPayload } from './webhook-payload.js';

type Row = WebhookDelivery & Record<string, unknown>;

const columns = `${selectList(WebhookDelivery, 'd', 'anyone')}, d.data`;
const maxReplayed = 10_000;

@Injectable()
export class WebhookDeliveries {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly endpoints: WebhookEndpoints,
  ) {}

  /** Latest first. @throws Refusal NOT_FOUND, BAD_INPUT */
  async list(
    actor: Actor,
    endpointId: string,
    filter: WebhookDeliveryFilter,
    page: PageArgs,
  ): Promise<WebhookDeliveryConnection> {
    await this.endpoints.byId(actor, endpointId);
    const values = new Values();
    const conditions = [
      `d.endpoint_id = ${values.add(endpointId)}`,
      ...(filter.status ? [`d.status = ${values.add(filter.status)}`] : []),
      ...(filter.type ? [`d.type = ${values.add(filter.type)}`] : []),
    ];
    return keysetList<Row, WebhookDelivery>(
      this.db,
      {
        columns,
        conditions,
        values,
        page,
        from: 'integrations.webhook_delivery d',
        direction: 'DESC',
        by: { 'd.occurred_at': 'timestamptz', 'd.id': 'uuid' },
      },
      withPayload,
    );
  }

  /** @throws Refusal NOT_FOUND, also if the actor doesn't manage its endpoint */
  async byId(actor: Actor, id: string): Promise<WebhookDelivery> {
    const [delivery] = isUuid(id)
      ? await this.db.query<Row>(`SELECT ${columns} FROM integrations.webhook_delivery d WHERE d.id = $1`, [id])
      : [];
    if (!delivery) throw notFound('This delivery');
    await this.endpoints.byId(actor, delivery.endpointId);
    return withPayload(delivery);
  }

  /** Latest first. */
  attempts(deliveryId: string): Promise<WebhookAttempt[]> {
    return this.db.query<WebhookAttempt & Record<string, unknown>>(
      `SELECT ${selectList(WebhookAttempt, 'a', 'anyone')} FROM integrations.webhook_attempt a
       WHERE a.delivery_id = $1 ORDER BY a.attempted_at DESC, a.id LIMIT 50`,
      [deliveryId],
    );
  }

  /** Sends an event again, with the same ID. @throws Refusal NOT_FOUND, WEBHOOK_ENDPOINT_DISABLED */
  async replay(actor: Actor, id: string): Promise<WebhookDelivery> {
    const { endpointId } = await this.byId(actor, id);
    await this.refuseDisabled(actor, endpointId);
    await this.db.query(
      `UPDATE integrations.webhook_delivery SET status = 'pending', attempts = 0, next_attempt_at = NULL, finished_at = NULL, due_since = $2
       WHERE id = $1`,
      [id, this.clock.now()],
    );
    return this.byId(actor, id);
  }

  /** @throws Refusal NOT_FOUND, BAD_INPUT, WEBHOOK_ENDPOINT_DISABLED */
  async replayRange(actor: Actor, { endpointId, from, until, status }: ReplayWebhooksInput): Promise<number> {
    await this.refuseDisabled(actor, endpointId);
    if (until <= from) throw badInput({ until: 'out-of-order' });
    const replayed = await this.db.query(
      `UPDATE integrations.webhook_delivery SET status = 'pending', attempts = 0, next_attempt_at = NULL, finished_at = NULL, due_since = $5
       WHERE id IN (
         SELECT d.id FROM integrations.webhook_delivery d
         WHERE d.endpoint_id = $1 AND d.occurred_at >= $2 AND d.occurred_at < $3 AND ($4::text IS NULL OR d.status = $4)
         ORDER BY d.position LIMIT ${maxReplayed})
       RETURNING id`,
      [endpointId, from, until, status ?? null, this.clock.now()],
    );
    return replayed.length;
  }

  private async refuseDisabled(actor: Actor, endpointId: string): Promise<void> {
    const { status } = await this.endpoints.byId(actor, endpointId);
    if (status !== 'active') throw disabledRefusal();
  }
}

function withPayload(row: Row): WebhookDelivery {
  return { ...row, payload: webhookPayload(row) };
}
