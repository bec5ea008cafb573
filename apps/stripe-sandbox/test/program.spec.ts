import { readJournal, readOptions, Sandbox, start, type StripeError } from '@upstander/stripe-sandbox';
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Stripe from 'stripe';

describe('the local Stripe as a program', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'local-stripe-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  const environment = (more: Record<string, string> = {}) => ({
    NODE_ENV: 'development',
    STRIPE_SECRET_KEY: 'sk_test_of_a_program',
    STRIPE_WEBHOOK_SECRET: 'whsec_of_a_program',
    STRIPE_SANDBOX_PORT: '0',
    STRIPE_SANDBOX_STATE: join(folder, 'stripe/journal.ndjson'),
    STRIPE_SANDBOX_WEBHOOK_URL: 'http://127.0.0.1:1/webhooks/stripe',
    ...more,
  });
  const connect = (url: string) => {
    const { hostname: host, port } = new URL(url);
    return new Stripe('sk_test_of_a_program', { host, port: Number(port), protocol: 'http', telemetry: false });
  };

  test.each(['production', 'staging'])('refuses to start with NODE_ENV=%s, because it moves no money', (mode) => {
    expect(() => readOptions([], environment({ NODE_ENV: mode }))).toThrow(/moves no money and refuses to start/);
  });

  test.each([
    [['--secret-key', 'sk_live_51'], 'Never give a live key'],
    [['--port', '70000'], '"70000" is not a port'],
    [['--webhook', 'localhost:3000'], 'is not an http or https URL'],
    [['--webhook', 'http://localhost:3000/hook'], 'needs a secret'],
    [['--prot', '1'], "Unknown option '--prot'"],
  ])('refuses %j and says why', (args, message) => {
    expect(() => readOptions(args, {})).toThrow(message);
  });

  test('starts without any option, in memory and for any test key', async () => {
    expect(readOptions([], {})).toMatchObject({ port: 12_111, state: null, secretKey: undefined, webhook: null });
    const running = await start(readOptions(['--port', '0'], {}));
    expect((await connect(running.url).customers.create({ name: 'Ana' })).name).toBe('Ana');
    await running.stop();
  });

  test('continues after a kill with its objects, keys, pending webhooks and scheduled events', async () => {
    const first = await start(readOptions([], environment()));
    const options = { idempotencyKey: 'gift/1' };
    const made = await connect(first.url).customers.create({ name: 'Ana' }, options);
    // Simulates a kill in the middle of a line.
    await first.stop();
    appendFileSync(join(folder, 'stripe/journal.ndjson'), '{"put":{"id":"cus_half');

    const second = await start(readOptions(['--webhook', 'http://127.0.0.1:2/webhooks/stripe'], environment()));
    const client = connect(second.url);
    expect((await client.customers.retrieve(made.id)).id).toBe(made.id);
    expect((await client.customers.create({ name: 'Ana' }, options)).id).toBe(made.id);
    expect((await client.customers.create({ name: 'Bo' })).id).not.toBe(made.id);
    expect((await client.webhookEndpoints.list()).data.map(({ url }) => url)).toEqual([
      'http://127.0.0.1:2/webhooks/stripe',
    ]);
    expect(second.sandbox.webhooks.list().length).toBeGreaterThan(0);
    expect(second.sandbox.store.agenda.list().map(({ name }) => name)).toEqual(['payout.daily']);
    await second.stop();
    expect(readJournal(join(folder, 'stripe/journal.ndjson')).length).toBeGreaterThan(0);
  });

  test('simulates many gifts quickly in-process, and another instance continues from the snapshot', () => {
    const sandbox = new Sandbox({ now: () => new Date('2026-11-01T12:00:00Z') });
    const { id } = sandbox.call<{ id: string }>('POST /v1/customers', {
      email: 'ana@example.org',
      metadata: { a: 'b' },
    });
    const restored = new Sandbox({ state: sandbox.snapshot(), now: () => new Date('2026-11-02T12:00:00Z') });
    expect(restored.call(`GET /v1/customers/${id}`)).toMatchObject({ email: 'ana@example.org', metadata: { a: 'b' } });
    expect(() => restored.call('GET /v1/customers/cus_nobody')).toThrow(
      expect.objectContaining({ status: 404 } satisfies Partial<StripeError>) as Error,
    );
    expect(restored.call<{ id: string }>('POST /v1/customers').id).not.toBe(id);
    // Events are kept for thirty days.
    const later = new Sandbox({ state: sandbox.snapshot(), now: () => new Date('2026-12-24T12:00:00Z') });
    expect(later.snapshot().filter((entry) => 'put' in entry && entry.kind === 'event')).toEqual([]);
  });
});
