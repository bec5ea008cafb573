import { Module } from '@nestjs/common';
import { NotificationsModule } from '@upstander/notifications';
import { AccessTokenMails } from './access-tokens/access-token.mails.js';
import { AccessTokenReader } from './access-tokens/access-token-reader.js';
import { AccessTokenResolver } from './access-tokens/access-token.resolver.js';
import { AccessTokenSeals } from './access-tokens/access-token-seals.js';
import { AccessTokens } from './access-tokens/access-tokens.service.js';
import { RemindOfExpiringTokens } from './access-tokens/remind-of-expiring-tokens.processor.js';
import { DeleteOldWebhooks } from './webhooks/delete-old-webhooks.processor.js';
import { DeliverWebhooks } from './webhooks/deliver-webhooks.processor.js';
import { WebhookClient } from './webhooks/webhook-client.js';
import { WebhookDeliveries } from './webhooks/webhook-deliveries.service.js';
import { WebhookEndpoints } from './webhooks/webhook-endpoints.service.js';
import { WebhookMails } from './webhooks/webhook.mails.js';
import { WebhookMetrics } from './webhooks/webhook-metrics.js';
import { WebhookQueue } from './webhooks/webhook-queue.js';
import { WebhookResolver } from './webhooks/webhook.resolver.js';

@Module({
  imports: [NotificationsModule],
  providers: [
    AccessTokenResolver,
    AccessTokens,
    AccessTokenReader,
    AccessTokenSeals,
    AccessTokenMails,
    RemindOfExpiringTokens,
    WebhookResolver,
    WebhookEndpoints,
    WebhookDeliveries,
    WebhookClient,
    WebhookQueue,
    WebhookMails,
    WebhookMetrics,
    DeliverWebhooks,
    DeleteOldWebhooks,
  ],
})
export class IntegrationsModule {}
