import { accessTokenSamples } from './access-samples.access-tokens.js';
import type { MakeSample, Place } from './access-samples.js';

const input = { url: 'https://hooks.example.org/upstander', types: ['event.created'] };

export const webhookSamples: Record<string, MakeSample> = {
  ...accessTokenSamples,
  webhookTypes: () => ({}),
  webhookEndpoints: () => ({}),
  webhookEndpoint: async (place) => ({ variables: { id: await anEndpoint(place) } }),
  'webhookEndpoint (network)': async ({ app }) => ({ variables: { id: await anEndpoint({ app }) } }),
  createWebhookEndpoint: async ({ app, chapter }) => {
    await app.db.query('DELETE FROM integrations.webhook_endpoint WHERE chapter_id = $1', [chapter.id]);
    return { variables: { input: { ...input, chapterId: chapter.id } } };
  },
  updateWebhookEndpoint: async (place) => ({ variables: { id: await anEndpoint(place), input } }),
  rotateWebhookSecret: async (place) => ({ variables: { id: await anEndpoint(place) } }),
  enableWebhookEndpoint: async (place) => ({ variables: { id: await anEndpoint(place) } }),
  deleteWebhookEndpoint: async (place) => ({ variables: { id: await anEndpoint(place) } }),
  sendTestWebhook: async (place) => ({ variables: { endpointId: await anEndpoint(place) } }),
  webhookDeliveries: async (place) => ({ variables: { endpointId: await anEndpoint(place) } }),
  webhookDelivery: async (place) => ({ variables: { id: await aDelivery(place) } }),
  replayWebhook: async (place) => ({ variables: { id: await aDelivery(place) } }),
  replayWebhooks: async (place) => ({
    variables: {
      input: { endpointId: await anEndpoint(place), from: '2026-01-01T00:00:00Z', until: '2026-02-01T00:00:00Z' },
    },
  }),
};

type Owner = Pick<Place, 'app'> & Partial<Pick<Place, 'chapter'>>;

/** Without a chapter, the endpoint is that of the whole network. */
async function anEndpoint({ app: { db, clock }, chapter }: Owner): Promise<string> {
  const [row] = await db.query<{ id: string }>(
    `INSERT INTO integrations.webhook_endpoint (url, secret_sealed, created_at, chapter_id) VALUES ($1, 'sealed', $2, $3)
     RETURNING id`,
    [input.url, clock.now(), chapter?.id ?? null],
  );
  return row!.id;
}

async function aDelivery(owner: Owner): Promise<string> {
  const { app } = owner;
  const [row] = await app.db.query<{ id: string }>(
    `INSERT INTO integrations.webhook_delivery (endpoint_id, event_id, type, data, occurred_at, due_since, status)
     VALUES ($1, gen_random_uuid(), 'event.created', '{}', $2, $2, 'failed') RETURNING id`,
    [await anEndpoint(owner), app.clock.now()],
  );
  return row!.id;
}
