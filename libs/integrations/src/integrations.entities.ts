import { WebhookAttempt, WebhookDelivery } from './webhooks/webhook-delivery.entity.js';
import { WebhookEndpoint } from './webhooks/webhook-endpoint.entity.js';

export const integrationsEntities = [WebhookEndpoint, WebhookDelivery, WebhookAttempt];
