import { startStripe, type SandboxHandle, openGift, payGift } from '@upstander/stripe-sandbox';
import Stripe from 'stripe';
import { waitUntil } from './support/eventually.js';

describe('idempotency keys, as documented', () => {
  let stripe: SandboxHandle;
  /** No SDK retries, so the test sees every answer. */
  let once: Stripe;
  beforeAll(async () => {
    stripe = await startStripe();
    const { hostname: host, port } = new URL(stripe.url);
    once = new Stripe(stripe.secretKey, {
      host,
      port: Number(port),
      protocol: 'http',
      telemetry: false,
      maxNetworkRetries: 0,
    });
  });
  afterAll(() => stripe.close());

  const catchError = (promise: Promise<unknown>) =>
    promise.then(
      () => null,
      (error: Stripe.errors.StripeError) => error,
    );

  test('the same key returns the same answer and repeats nothing', async () => {
    const options = { idempotencyKey: 'gift/1/checkout' };
    const first = await openGift(stripe, {}, options);
    await stripe.pay(first.url as string);
    const repeated = (await openGift(stripe, {}, options)) as Stripe.Response<Stripe.Checkout.Session>;
    // The original answer, although the session has been paid since.
    expect(repeated).toMatchObject({ id: first.id, status: 'open' });
    expect(repeated.lastResponse.headers).toMatchObject({
      'idempotent-replayed': 'true',
      'idempotency-key': 'gift/1/checkout',
      'original-request': (first as Stripe.Response<Stripe.Checkout.Session>).lastResponse.requestId,
    });
    expect(repeated.lastResponse.requestId).not.toBe(
      (first as Stripe.Response<Stripe.Checkout.Session>).lastResponse.requestId,
    );
    expect((await once.checkout.sessions.list()).data).toHaveLength(1);
  });

  test('a declined card is stored too: the same key never charges again', async () => {
    const pay = () =>
      once.paymentIntents.create(
        {
          amount: 900,
          currency: 'usd',
          payment_method: 'pm_card_chargeDeclinedExpiredCard',
          allowed_payment_method_types: ['card'],
          confirm: true,
        },
        { idempotencyKey: 'declined' },
      );
    const [first, second] = [await catchError(pay()), await catchError(pay())];
    expect(first).toMatchObject({ statusCode: 402, code: 'expired_card' });
    expect(second).toMatchObject({ statusCode: 402, payment_intent: { id: first?.payment_intent?.id } });
    expect((await once.charges.list({ payment_intent: first?.payment_intent?.id ?? '' })).data).toHaveLength(1);
  });

  test('a Stripe error is stored as well', async () => {
    const { id: charge } = await payGift(stripe);
    stripe.faults.next('POST /v1/refunds', '500');
    const refund = () => once.refunds.create({ charge }, { idempotencyKey: 'failed' });
    expect(await catchError(refund())).toMatchObject({ statusCode: 500, type: 'StripeAPIError' });
    expect(await catchError(refund())).toMatchObject({ statusCode: 500, type: 'StripeAPIError' });
    expect((await once.refunds.list({ charge })).data).toEqual([]);
    expect((await once.refunds.create({ charge }, { idempotencyKey: 'another' })).status).toBe('succeeded');
  });

  test('a request rejected by validation is not stored', async () => {
    const create = (params: object) =>
      once.customers.create(params as Stripe.CustomerCreateParams, { idempotencyKey: 'typo' });
    expect(await catchError(create({ mail: 'a@example.org' }))).toMatchObject({ code: 'parameter_unknown' });
    expect(await create({ email: 'a@example.org' })).toMatchObject({ email: 'a@example.org' });
  });

  test('other parameters or another endpoint with the same key are rejected', async () => {
    await once.customers.create({ name: 'Ana' }, { idempotencyKey: 'used' });
    const other = await catchError(once.customers.create({ name: 'Bo' }, { idempotencyKey: 'used' }));
    expect(other).toBeInstanceOf(Stripe.errors.StripeIdempotencyError);
    expect(other?.message).toMatch(/can only be used with the same parameters/);
    const elsewhere = await catchError(once.products.create({ name: 'Ana' }, { idempotencyKey: 'used' }));
    expect(elsewhere).toMatchObject({
      statusCode: 400,
      type: 'StripeIdempotencyError',
      message: expect.stringMatching(/same endpoint/) as string,
    });
  });

  test('a second request during the first conflicts, and the SDK retries it automatically', async () => {
    let goOn = (): void => {};
    stripe.faults.next('POST /v1/customers', 'slow', new Promise<void>((resolve) => (goOn = resolve)));
    const options = { idempotencyKey: 'slow' };
    const first = once.customers.create({ name: 'Ana' }, options);
    await waitUntil(() => stripe.faults.played.get('slow') === 1);
    const conflict = await catchError(once.customers.create({ name: 'Ana' }, options));
    expect(conflict).toMatchObject({ statusCode: 409, code: 'idempotency_key_in_use', rawType: 'idempotency_error' });
    const patient = stripe.client.customers.create({ name: 'Ana' }, options);
    goOn();
    expect((await patient).id).toBe((await first).id);
  });

  test('a key is deleted after a day', async () => {
    const { id } = await once.customers.create({}, { idempotencyKey: 'old' });
    await stripe.clock.advance(86_400_000);
    expect((await once.customers.create({}, { idempotencyKey: 'old' })).id).not.toBe(id);
  });
});
