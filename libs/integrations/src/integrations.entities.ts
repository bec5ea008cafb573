import { AccessToken } from './access-tokens/access-token.entity.js';
import { WebhookAttempt, WebhookDelivery } from './webhooks/webhook-delivery.entity.js';
import { WebhookEndpoint } from './webhooks/webhook-endpoint.entity.js';

export const integrationsEntities = [AccessToken, WebhookEndpoint, WebhookDelivery, WebhookAttempt];
