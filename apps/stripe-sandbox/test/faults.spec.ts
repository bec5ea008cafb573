import { startStripe, type SandboxHandle, openGift } from '@upstander/stripe-sandbox';
import Stripe from 'stripe';

describe('faults of the local Stripe', () => {
  let stripe: SandboxHandle;
  let once: (timeout?: number) => Stripe;
  beforeEach(async () => {
    stripe = await startStripe({ seed: 11 });
    const { hostname: host, port } = new URL(stripe.url);
    const options = { host, port: Number(port), protocol: 'http' as const, telemetry: false };
    once = (timeout = 60_000) => new Stripe(stripe.secretKey, { ...options, maxNetworkRetries: 0, timeout });
  });
  afterEach(() => stripe.close());

  const customers = async () => (await stripe.client.customers.list()).data.length;
  const create = (client: Stripe) => client.customers.create({ name: 'Ana' }, { idempotencyKey: 'ana' });

  test.each([
    // The SDK retries on another connection after one was cut, even with retries off.
    ['drop_before', 'StripeConnectionError', 0, 2],
    ['commit_then_drop', 'StripeConnectionError', 1, 2],
    ['commit_then_hang', 'StripeConnectionError', 1, 1],
    ['500', 'StripeAPIError', 0, 1],
    ['429', 'StripeRateLimitError', 0, 1],
    ['409', 'StripeAPIError', 0, 1],
  ] as const)('%s: the caller gets a %s, and %i customers exist', async (kind, type, made, times) => {
    for (let time = 0; time < times; time += 1) stripe.faults.next('POST /v1/customers', kind);
    // Only a missing answer needs a short timeout. Others may take as long as a busy machine needs.
    const caller = kind === 'commit_then_hang' ? once(1_000) : once();
    await expect(create(caller)).rejects.toMatchObject({ type });
    expect(await customers()).toBe(made);
    expect(stripe.faults.played).toEqual(new Map([[kind, times]]));
  });

  test('the SDK retries a broken connection with the same key, creating one customer', async () => {
    stripe.faults.next('POST /v1/customers', 'commit_then_drop');
    expect((await create(stripe.client)).lastResponse.headers['idempotent-replayed']).toBe('true');
    expect(await customers()).toBe(1);
  });

  test('the SDK does not retry after too many requests', async () => {
    stripe.faults.next('POST /v1/customers', '429');
    await expect(create(stripe.client)).rejects.toBeInstanceOf(Stripe.errors.StripeRateLimitError);
    expect((await create(stripe.client)).name).toBe('Ana');
  });

  test('faults apply to the intended calls in order', async () => {
    stripe.faults.next('GET /v1/customers/:customer', '429');
    stripe.faults.next('*', 'drop_before');
    const { id } = await stripe.client.customers.create({});
    await expect(stripe.client.customers.retrieve(id)).rejects.toMatchObject({ statusCode: 429 });
    expect((await stripe.client.customers.retrieve(id)).id).toBe(id);
  });

  test('random faults repeat for the same seed, and every gift is opened once', async () => {
    const outcomes = async (seed: number) => {
      const one = await startStripe({ seed });
      one.faults.failRandomly(0.5, ['500', '429', '409']);
      const messages: string[] = [];
      for (let at = 0; at < 20; at += 1) {
        const { hostname: host, port } = new URL(one.url);
        const client = new Stripe(one.secretKey, {
          host,
          port: Number(port),
          protocol: 'http',
          telemetry: false,
          maxNetworkRetries: 0,
        });
        const opened = openGift({ ...one, client }, {}, { idempotencyKey: `gift/${at}` });
        messages.push(
          await opened.then(
            () => 'open',
            (error: Stripe.errors.StripeError) => `${error.statusCode ?? 'cut'}`,
          ),
        );
      }
      one.faults.clear();
      const keys = one.sandbox.store.all('checkout.session').size;
      await one.close();
      return { said: messages, keys };
    };
    const [first, second, other] = [await outcomes(5), await outcomes(5), await outcomes(6)];
    expect(second).toEqual(first);
    expect(other.said).not.toEqual(first.said);
    expect(new Set(first.said).size).toBeGreaterThan(2);
    expect(first.keys).toBeLessThanOrEqual(20);
  });
});
