import './integrations.mails.js';
export { integrationsEntities } from './integrations.entities.js';
export { IntegrationsModule } from './integrations.module.js';
export { integrationJobs } from './integrations.jobs.js';
export { integrationSettings } from './integrations.settings.js';
export { webhookNouns, webhookTriggers } from './webhooks/webhook-nouns.js';
export { isPublicAddress } from './webhooks/public-address.js';
export { sealNewWebhookSecret } from './webhooks/webhook-secret.js';
export { resealWebhookSecrets } from './webhooks/reseal-webhook-secrets.js';
