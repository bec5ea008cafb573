import { startStripe, type SandboxHandle, openGift, payGift } from '@upstander/stripe-sandbox';
import { hours } from './support/durations.js';
import { Listener } from './support/listener.js';

describe('webhooks of the local Stripe', () => {
  let stripe: SandboxHandle;
  let listener: Listener;
  beforeEach(async () => {
    stripe = await startStripe({ seed: 7 });
    listener = await Listener.start(stripe.webhookSecret);
    stripe.sandbox.registerEndpoint(listener.url, stripe.webhookSecret);
  });
  afterEach(async () => {
    await stripe.close();
    await listener.close();
  });

  const ids = () => stripe.events().map(({ id }) => id);

  test('every event arrives in order with a signature the SDK accepts', async () => {
    await payGift(stripe);
    expect(listener.heard.map(({ id }) => id).sort()).toEqual(ids().sort());
    expect(listener.heard.every(({ isVerified }) => isVerified)).toBe(true);
    const [event] = stripe.events().filter(({ type }) => type === 'charge.succeeded');
    expect(event?.request).toEqual({ id: null, idempotency_key: null });
    expect(await stripe.client.events.retrieve(event?.id ?? '')).toMatchObject({ type: 'charge.succeeded' });
    const refunds = await stripe.client.events.list({ types: ['charge.*'] });
    expect(refunds.data.map(({ type }) => type)).toEqual(['charge.updated', 'charge.succeeded']);
  });

  test('an event names the request that caused it', async () => {
    const made = await stripe.client.customers.create({}, { idempotencyKey: 'made' });
    expect(stripe.events().at(-1)?.request).toEqual({ id: made.lastResponse.requestId, idempotency_key: 'made' });
  });

  test('a rejected event is retried with new signatures for three days', async () => {
    listener.failWith = 500;
    await stripe.client.customers.create({});
    await stripe.waitUntilSettled();
    expect(listener.heard).toHaveLength(1);
    for (let hour = 0; hour < 75; hour += 1) await stripe.clock.advance(hours(1));
    const at = listener.heard.map((one) => one.at);
    expect(new Set(listener.heard.map(({ id }) => id)).size).toBe(1);
    expect(new Set(at).size).toBe(at.length);
    expect(at.length).toBeGreaterThan(8);
    expect((at.at(-1) as number) - (at[0] as number)).toBeGreaterThan(2 * 86_400);
    await stripe.clock.advance(hours(100));
    expect(listener.heard).toHaveLength(at.length);
  });

  test('an event accepted on the second try is not sent again', async () => {
    listener.failWith = 503;
    await stripe.client.customers.create({});
    await stripe.waitUntilSettled();
    listener.failWith = null;
    await stripe.clock.advance(hours(1));
    await stripe.clock.advance(hours(80));
    expect(listener.heard).toHaveLength(2);
  });

  test('an endpoint gets only the event types it requested, and its secret is shown once', async () => {
    const made = await stripe.client.webhookEndpoints.create({
      url: listener.url,
      enabled_events: ['customer.created'],
    });
    expect(made.secret).toMatch(/^whsec_\w{32}$/);
    expect(await stripe.client.webhookEndpoints.retrieve(made.id)).not.toHaveProperty('secret');
    await stripe.client.products.create({ name: 'A product' });
    await stripe.waitUntilSettled();
    expect(listener.heard.map(({ type }) => type)).toEqual(['product.created']);
    await stripe.client.customers.create({});
    await stripe.waitUntilSettled();
    // Once for the endpoint of the test, and once for the new one, with a secret the listener doesn't know.
    expect(
      listener.heard
        .slice(1)
        .map(({ type, isVerified }) => [type, isVerified])
        .sort(),
    ).toEqual([
      ['customer.created', false],
      ['customer.created', true],
    ]);
    await stripe.client.webhookEndpoints.del(made.id);
    expect((await stripe.client.webhookEndpoints.list()).data).toHaveLength(1);
  });

  test('faults make events come twice, late, out of order, or never', async () => {
    stripe.webhooks.mode({ duplicate: true });
    await stripe.client.customers.create({});
    await stripe.waitUntilSettled();
    expect(listener.heard.map(({ type }) => type)).toEqual(['customer.created', 'customer.created']);

    stripe.webhooks.mode({ delay: 600 });
    await stripe.client.customers.create({});
    await stripe.waitUntilSettled();
    expect(listener.heard).toHaveLength(2);
    await stripe.clock.advance(600_000);
    expect(listener.heard).toHaveLength(3);

    stripe.webhooks.mode({ shuffle: true });
    const before = stripe.events().length;
    for (let at = 0; at < 5; at += 1) await stripe.client.customers.create({ name: `Person ${at}` });
    expect(listener.heard).toHaveLength(3);
    await stripe.waitUntilSettled();
    const arrived = listener.heard.slice(3).map(({ id }) => id);
    expect(arrived).not.toEqual(ids().slice(before));
    expect([...arrived].sort()).toEqual(ids().slice(before).sort());

    stripe.webhooks.mode({ lose: true });
    await stripe.client.customers.create({});
    await stripe.clock.advance(hours(80));
    expect(listener.heard).toHaveLength(8);
    stripe.webhooks.mode({});
    await stripe.webhooks.resend(stripe.events().at(-1)?.id ?? '');
    expect(listener.heard.at(-1)?.id).toBe(ids().at(-1));
  });

  test('held events are delivered once released', async () => {
    stripe.webhooks.mode({ hold: true });
    const session = await openGift(stripe);
    await stripe.pay(session.url as string);
    expect(listener.heard).toEqual([]);
    stripe.webhooks.mode({});
    await stripe.waitUntilSettled();
    expect(listener.heard).toHaveLength(stripe.events().length);
  });

  test('forged copies must be rejected', async () => {
    stripe.webhooks.mode({ forge: true, future: true });
    await stripe.client.customers.create({});
    await stripe.waitUntilSettled();
    const now = Date.now() / 1000;
    expect(listener.heard.map(({ isVerified, at }) => [isVerified, at > now + 3_000])).toEqual([
      [false, false],
      // Valid signature dated an hour ahead: accepted if only the signature is checked.
      [true, true],
      [true, false],
    ]);
    expect(new Set(listener.heard.map(({ id }) => id)).size).toBe(3);
  });

  test('a recorded event can be signed for any time', async () => {
    await stripe.client.customers.create({});
    const event = stripe.events().at(-1);
    if (!event) throw new Error('no event');
    const { body, headers } = stripe.webhooks.signEvent(event, 1_700_000_000);
    const check = () =>
      stripe.client.webhooks.constructEvent(body, headers['stripe-signature'] ?? '', stripe.webhookSecret);
    expect(check).toThrow(/tolerance/);
    const fresh = stripe.webhooks.signEvent(event);
    expect(
      stripe.client.webhooks.constructEvent(fresh.body, fresh.headers['stripe-signature'] ?? '', stripe.webhookSecret)
        .id,
    ).toBe(event.id);
  });
});
