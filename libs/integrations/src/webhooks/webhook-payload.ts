import type { WebhookDelivery } from './webhook-delivery.entity.js';

/** Returns the body of the request: type, time, IDs and statuses. Receivers read the rest through the API. */
export function webhookPayload({
  type,
  occurredAt,
  data,
}: Pick<WebhookDelivery, 'type' | 'occurredAt' | 'data'>): string {
  return JSON.stringify({ type, timestamp: occurredAt.toISOString(), data });
}
