import { accessTokenSamples } from './access-samples.access-tokens.js';
import type { MakeSample } from './access-samples.js';
import type { TestApp } from './app.js';

const input = { url: 'https://hooks.example.org/upstander', types: ['event.created'] };

export const webhookSamples: Record<string, MakeSample> = {
  ...accessTokenSamples,
  webhookTypes: () => ({}),
  webhookEndpoints: () => ({}),
  webhookEndpoint: async ({ app }) => ({ variables: { id: await anEndpoint(app) } }),
  createWebhookEndpoint: async ({ app }) => {
    await app.db.query(
      `DELETE FROM integrations.webhook_endpoint
       WHERE id NOT IN (SELECT id FROM integrations.webhook_endpoint ORDER BY created_at DESC LIMIT 30)`,
    );
    return { variables: { input } };
  },
  updateWebhookEndpoint: async ({ app }) => ({ variables: { id: await anEndpoint(app), input } }),
  rotateWebhookSecret: async ({ app }) => ({ variables: { id: await anEndpoint(app) } }),
  enableWebhookEndpoint: async ({ app }) => ({ variables: { id: await anEndpoint(app) } }),
  deleteWebhookEndpoint: async ({ app }) => ({ variables: { id: await anEndpoint(app) } }),
  sendTestWebhook: async ({ app }) => ({ variables: { endpointId: await anEndpoint(app) } }),
  webhookDeliveries: async ({ app }) => ({ variables: { endpointId: await anEndpoint(app) } }),
  webhookDelivery: async ({ app }) => ({ variables: { id: await aDelivery(app) } }),
  replayWebhook: async ({ app }) => ({ variables: { id: await aDelivery(app) } }),
  replayWebhooks: async ({ app }) => ({
    variables: {
      input: { endpointId: await anEndpoint(app), from: '2026-01-01T00:00:00Z', until: '2026-02-01T00:00:00Z' },
    },
  }),
};

async function anEndpoint({ db, clock }: TestApp): Promise<string> {
  const [row] = await db.query<{ id: string }>(
    `INSERT INTO integrations.webhook_endpoint (url, secret_sealed, created_at) VALUES ($1, 'sealed', $2) RETURNING id`,
    [input.url, clock.now()],
  );
  return row!.id;
}

async function aDelivery(app: TestApp): Promise<string> {
  const [row] = await app.db.query<{ id: string }>(
    `INSERT INTO integrations.webhook_delivery (endpoint_id, event_id, type, data, occurred_at, due_since, status)
     VALUES ($1, gen_random_uuid(), 'event.created', '{}', $2, $2, 'failed') RETURNING id`,
    [await anEndpoint(app), app.clock.now()],
  );
  return row!.id;
}
