import { API_VERSION, startStripe, type SandboxHandle, payGift } from '@upstander/stripe-sandbox';
import Stripe from 'stripe';

describe('requests to the local Stripe', () => {
  let stripe: SandboxHandle;
  beforeAll(async () => {
    stripe = await startStripe();
  });
  afterAll(() => stripe.close());

  const sendRaw = (path: string, init: { method?: string; body?: string; headers?: Record<string, string> } = {}) =>
    fetch(`${stripe.url}${path}`, {
      ...init,
      headers: { authorization: `Bearer ${stripe.secretKey}`, ...init.headers },
    });

  test('accepts only its own key and never one of a real account', async () => {
    const withoutKey = await fetch(`${stripe.url}/v1/customers`);
    expect([withoutKey.status, ((await withoutKey.json()) as { error: { type: string } }).error.type]).toEqual([
      401,
      'authentication_error',
    ]);
    const { hostname: host, port } = new URL(stripe.url);
    for (const key of ['sk_live_real_money', 'sk_test_of_somebody_else']) {
      const client = new Stripe(key, { host, port: Number(port), protocol: 'http', telemetry: false });
      await expect(client.balance.retrieve()).rejects.toBeInstanceOf(Stripe.errors.StripeAuthenticationError);
    }
    expect((await sendRaw('/v1/balance', { headers: { 'stripe-version': '2019-01-01' } })).status).toBe(400);
  });

  test('an error has a type, code, parameter, request ID and documentation link', async () => {
    const error = await stripe.client.customers
      .retrieve('cus_nobody')
      .catch((thrown: Stripe.errors.StripeError) => thrown);
    expect(error).toBeInstanceOf(Stripe.errors.StripeInvalidRequestError);
    expect(error).toMatchObject({
      statusCode: 404,
      code: 'resource_missing',
      param: 'id',
      message: "No such customer: 'cus_nobody'",
      doc_url: 'https://docs.stripe.com/error-codes/resource-missing',
      requestId: expect.stringMatching(/^req_\w{14}$/) as string,
      raw: { request_log_url: expect.stringContaining('https://dashboard.stripe.com/test/logs/req_') as string },
    });
    expect((await sendRaw('/v1/nonsense')).status).toBe(404);
    expect((await sendRaw('/v1/customers/%E0%A4%A')).status).toBe(404);
  });

  test('a named version uses its format, and a missing one the previous format', async () => {
    const body = 'amount=1000&currency=usd&payment_method_types[0]=card';
    const older = await sendRaw('/v1/payment_intents', { method: 'POST', body });
    expect(await older.json()).toMatchObject({ payment_method_types: ['card'] });
    const newer = await sendRaw('/v1/payment_intents', {
      method: 'POST',
      body,
      headers: { 'stripe-version': API_VERSION },
    });
    expect(await newer.json()).toMatchObject({ error: { param: 'payment_method_types' } });
  });

  test.each([
    ['unknown', { tip: '1' }, 'parameter_unknown', 'tip', 'Received unknown parameter: tip'],
    ['JavaScript notation', { constructor: '1' }, 'parameter_unknown', 'constructor', /Received unknown/],
    ['missing', { currency: 'usd' }, 'parameter_missing', 'amount', 'Missing required param: amount.'],
    [
      'not a number',
      { amount: '19.99', currency: 'usd' },
      'parameter_invalid_integer',
      'amount',
      'Invalid integer: 19.99',
    ],
    [
      'empty',
      { amount: '500', currency: 'usd', description: '' },
      'parameter_invalid_empty',
      'description',
      /empty string/,
    ],
    [
      'nested and unknown',
      { amount: '500', currency: 'usd', 'automatic_payment_methods[yes]': 'true' },
      'parameter_unknown',
      'automatic_payment_methods[yes]',
      /Received unknown/,
    ],
  ])('rejects a parameter that is %s, by name', async (_how, form, code, param, message) => {
    const body = new URLSearchParams(form as Record<string, string>).toString();
    const answer = await sendRaw('/v1/payment_intents', { method: 'POST', body });
    const { error } = (await answer.json()) as { error: Record<string, string> };
    expect(answer.status).toBe(400);
    expect(error).toMatchObject({ type: 'invalid_request_error', code, param });
    expect(error['message']).toMatch(message);
  });

  test('a declined card is a card error that contains its intent', async () => {
    const attempt = stripe.client.paymentIntents.create({
      amount: 2_000,
      currency: 'usd',
      payment_method: 'pm_card_visa_chargeDeclinedInsufficientFunds',
      allowed_payment_method_types: ['card'],
      confirm: true,
    });
    await expect(attempt).rejects.toMatchObject({
      type: 'StripeCardError',
      statusCode: 402,
      code: 'card_declined',
      decline_code: 'insufficient_funds',
      payment_intent: { status: 'requires_payment_method', last_payment_error: { code: 'card_declined' } },
    });
  });

  test('metadata: at most fifty keys of forty characters with five hundred each; an empty value deletes a key', async () => {
    const manyParams = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, at) => [`k${at}`, 'v']));
    const { id } = await stripe.client.customers.create({ metadata: { ...manyParams(49), note: 'x'.repeat(500) } });
    const refused = [manyParams(51), { ['k'.repeat(41)]: 'v' }, { k: 'x'.repeat(501) }];
    for (const metadata of refused) {
      await expect(stripe.client.customers.create({ metadata })).rejects.toMatchObject({ statusCode: 400 });
    }
    await expect(stripe.client.customers.update(id, { metadata: { another: 'one' } })).rejects.toThrow(/up to 50 keys/);
    await stripe.client.customers.update(id, {
      metadata: { ...Object.fromEntries(Object.keys(manyParams(49)).map((key) => [key, ''])) },
    });
    const changed = await stripe.client.customers.update(id, { metadata: { kept: 'yes' } });
    expect(changed.metadata).toEqual({ note: 'x'.repeat(500), kept: 'yes' });
    expect((await stripe.client.customers.update(id, { metadata: '' })).metadata).toEqual({});
  });

  test('lists are newest first and paged forward, backward and automatically', async () => {
    const made: string[] = [];
    for (let at = 0; at < 25; at += 1)
      made.unshift((await stripe.client.products.create({ name: `Product ${at}` })).id);
    const ids = (page: { data: Array<{ id: string }> }) => page.data.map(({ id }) => id);
    const first = await stripe.client.products.list({ limit: 10 });
    expect([ids(first), first.has_more, first.url]).toEqual([made.slice(0, 10), true, '/v1/products']);
    expect(ids(await stripe.client.products.list())).toHaveLength(10);
    const next = await stripe.client.products.list({ limit: 10, starting_after: made[9] });
    expect(ids(next)).toEqual(made.slice(10, 20));
    const back = await stripe.client.products.list({ limit: 5, ending_before: made[10] });
    expect([ids(back), back.has_more]).toEqual([made.slice(5, 10), true]);
    const all = await stripe.client.products.list({ limit: 10 }).autoPagingToArray({ limit: 1_000 });
    expect(all.map(({ id }) => id)).toEqual(made);
    await expect(stripe.client.products.list({ limit: 101 })).rejects.toMatchObject({ param: 'limit' });
    await expect(stripe.client.products.list({ starting_after: 'prod_none' })).rejects.toMatchObject({
      code: 'resource_missing',
      param: 'starting_after',
    });
  });

  test('a list can be filtered by time', async () => {
    const { id, created } = await stripe.client.customers.create({ email: 'late@example.org' });
    await stripe.clock.advance(60_000);
    const { id: later } = await stripe.client.customers.create({ email: 'later@example.org' });
    const since = await stripe.client.customers.list({ created: { gte: created + 1 } });
    expect(since.data.map((one) => one.id)).toEqual([later]);
    const until = await stripe.client.customers.list({ created: { lte: created }, limit: 1 });
    expect(until.data.map((one) => one.id)).toEqual([id]);
    expect((await stripe.client.customers.list({ email: 'late@example.org' })).data).toHaveLength(1);
  });

  test('expands IDs on request, several levels deep and within lists', async () => {
    const charge = await payGift(stripe, { customer_creation: 'always' });
    const listed = await stripe.client.charges.list({
      limit: 1,
      expand: ['data.balance_transaction.source.payment_intent', 'data.refunds', 'data.customer'],
    });
    expect(listed.data[0]).toMatchObject({
      id: charge.id,
      refunds: { object: 'list', data: [] },
      balance_transaction: {
        object: 'balance_transaction',
        source: { id: charge.id, payment_intent: { object: 'payment_intent' } },
      },
    });
    for (const wrong of ['amount', 'nonsense', 'balance_transaction.nonsense']) {
      await expect(stripe.client.charges.retrieve(charge.id, { expand: [wrong] })).rejects.toThrow(
        /cannot be expanded/,
      );
    }
    await expect(
      stripe.client.charges.retrieve(charge.id, {
        expand: ['balance_transaction.source.balance_transaction.source.balance_transaction'],
      }),
    ).rejects.toThrow(/more than 4 levels/);
  });

  test('a deleted customer keeps its ID', async () => {
    const { id } = await stripe.client.customers.create({});
    expect(await stripe.client.customers.del(id)).toEqual(expect.objectContaining({ id, deleted: true }));
    expect(await stripe.client.customers.retrieve(id)).toMatchObject({ id, deleted: true });
    await expect(stripe.client.customers.update(id, { name: 'x' })).rejects.toMatchObject({ code: 'resource_missing' });
  });
});
