import { Module } from '@nestjs/common';
import { NotificationsModule } from '@upstander/notifications';
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
