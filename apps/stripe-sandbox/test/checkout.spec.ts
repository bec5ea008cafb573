import { openGift, type GiftDetails, startStripe, type SandboxHandle } from '@upstander/stripe-sandbox';
import type Stripe from 'stripe';

describe('Checkout through the real SDK', () => {
  let stripe: SandboxHandle;
  beforeAll(async () => {
    stripe = await startStripe();
  });
  afterAll(() => stripe.close());

  const typesSince = (from: number) =>
    stripe
      .events()
      .slice(from)
      .map(({ type }) => type)
      .filter((type) => !/^(product|price)\./.test(type));

  test('a paid gift creates a charge with metadata, a balance transaction with fee, and events', async () => {
    const from = stripe.events().length;
    const session = await openGift(stripe, { amount: 5_180, payment_intent_data: { metadata: { gift_id: 'g1' } } });
    expect(session.url).toContain(`/c/pay/${session.id}`);
    const paid = await stripe.pay(session.url as string);
    expect(paid).toEqual({ status: 'complete', url: `http://127.0.0.1/thanks/t?s=${session.id}`, message: null });

    const after = await stripe.client.checkout.sessions.retrieve(session.id, {
      expand: ['payment_intent.latest_charge.balance_transaction', 'line_items'],
    });
    expect(after).toMatchObject({
      status: 'complete',
      payment_status: 'paid',
      url: null,
      customer: null,
      customer_details: { email: 'ana@example.org', name: 'Dana Donor' },
      line_items: { data: [{ description: 'Safe nights', amount_total: 5_180, quantity: 1 }] },
      payment_intent: {
        status: 'succeeded',
        latest_charge: {
          amount: 5_180,
          paid: true,
          metadata: { gift_id: 'g1' },
          balance_transaction: { amount: 5_180, fee: 180, net: 5_000, type: 'charge', status: 'pending' },
        },
      },
    });
    expect(typesSince(from)).toEqual([
      'payment_intent.created',
      'charge.succeeded',
      'payment_intent.succeeded',
      'charge.updated',
      'checkout.session.completed',
    ]);
    const [succeeded, updated] = stripe
      .events()
      .slice(from)
      .filter(({ type }) => type.startsWith('charge.'));
    expect((succeeded?.data.object as Stripe.Charge).balance_transaction).toBeNull();
    expect((updated?.data.object as Stripe.Charge).balance_transaction).toMatch(/^txn_/);
  });

  test('a declined card leaves the page open, and the next one pays the same intent', async () => {
    const { id, url } = await openGift(stripe);
    const page = url as string;
    expect(await stripe.pay(page, { card: 'declined' })).toMatchObject({
      status: 'declined',
      message: 'Your card was declined.',
    });
    expect(await stripe.pay(page, { card: 'insufficient_funds' })).toMatchObject({
      status: 'declined',
      message: 'Your card has insufficient funds.',
    });
    expect((await stripe.pay(page)).status).toBe('complete');
    const { payment_intent: intent } = await stripe.client.checkout.sessions.retrieve(id);
    const tried = await stripe.client.charges.list({ payment_intent: intent as string });
    expect(tried.data.map(({ status, failure_code }) => [status, failure_code])).toEqual([
      ['succeeded', null],
      ['failed', 'card_declined'],
      ['failed', 'card_declined'],
    ]);
    expect(tried.data[1]?.outcome).toMatchObject({ reason: 'insufficient_funds', type: 'issuer_declined' });
  });

  test('authentication: success pays, failure declines, and no answer leaves the page open', async () => {
    const openPage = await openGift(stripe);
    expect(
      (await stripe.pay(openPage.url as string, { card: 'needs_authentication', authenticate: null })).status,
    ).toBe('needs_authentication');
    expect(
      (await stripe.pay(openPage.url as string, { card: 'needs_authentication', authenticate: false })).message,
    ).toMatch(/unable to authenticate/);
    expect((await stripe.pay(openPage.url as string, { card: 'needs_authentication' })).status).toBe('complete');
    const { payment_intent } = await stripe.client.checkout.sessions.retrieve(openPage.id, {
      expand: ['payment_intent.latest_charge'],
    });
    const { latest_charge: charge } = payment_intent as Stripe.PaymentIntent;
    expect((charge as Stripe.Charge).payment_method_details?.card?.three_d_secure?.result).toBe('authenticated');
  });

  test('a paid, expired or unknown page accepts no payment', async () => {
    const paid = await openGift(stripe);
    await stripe.pay(paid.url as string);
    const paidPage = await fetch(paid.url as string, { redirect: 'manual' });
    expect([paidPage.status, paidPage.headers.get('location')]).toEqual([
      303,
      `http://127.0.0.1/thanks/t?s=${paid.id}`,
    ]);

    const expired = await openGift(stripe);
    expect(await stripe.client.checkout.sessions.expire(expired.id)).toMatchObject({ status: 'expired', url: null });
    expect((await stripe.pay(expired.url as string)).status).toBe('closed');
    expect((await stripe.pay(`${stripe.url}/c/pay/cs_test_nobody`)).status).toBe('closed');
    expect((await stripe.client.charges.list({ limit: 1 })).data[0]?.payment_intent).not.toBe(expired.payment_intent);
    await expect(stripe.client.checkout.sessions.expire(paid.id)).rejects.toThrow(/status of complete/);
  });

  test('an unpaid session expires on time', async () => {
    const soon = Math.floor(Date.now() / 1000) + 31 * 60;
    const { id } = await openGift(stripe, { expires_at: soon });
    await stripe.clock.advance(32 * 60_000);
    expect((await stripe.client.checkout.sessions.retrieve(id)).status).toBe('expired');
    expect(stripe.events().find(({ type }) => type === 'checkout.session.expired' && type)).toBeTruthy();
    expect(stripe.events().at(-1)).toMatchObject({ type: 'checkout.session.expired', created: soon });
  });

  test('the page shows that it is simulated, the purpose and the amount in English and Spanish, and contacts no other host', async () => {
    const english = await openGift(stripe, { product: `Nights & "beds" <script>` });
    const page = await (await fetch(english.url as string)).text();
    expect(page).toContain('Simulated checkout: no card needed');
    expect(page).toContain('Nights &#38; &#34;beds&#34; &#60;script&#62;');
    expect(page).toMatch(/\$25\.00[\s\S]*ana@example\.org[\s\S]*<button>Donate \$25\.00<\/button>/);
    expect(page).not.toMatch(/(src|href|action|url)\s*[=(]\s*["']?(https?:)?\/\/(?!127\.0\.0\.1)/);
    expect(page).not.toContain('<script');
    const spanish = await openGift(stripe, { locale: 'es' });
    expect(await (await fetch(spanish.url as string)).text()).toMatch(/lang="es"[\s\S]*Pago simulado[\s\S]*Donar/);
  });

  test('a customer is created on request, and an existing one is charged', async () => {
    const made = await openGift(stripe, { customer_creation: 'always' });
    await stripe.pay(made.url as string);
    const { customer } = await stripe.client.checkout.sessions.retrieve(made.id, { expand: ['customer'] });
    expect(customer).toMatchObject({ object: 'customer', email: 'ana@example.org', name: 'Dana Donor' });
    const known = await stripe.client.customers.create({ email: 'bo@example.org', name: 'Bo' });
    const session = await openGift(stripe, { customer: known.id, customer_email: undefined });
    await stripe.pay(session.url as string);
    expect((await stripe.client.charges.list({ customer: known.id })).data).toHaveLength(1);
  });

  test.each([
    ['an amount below fifty cents', { amount: 49 }, 'amount_too_small'],
    ['an unknown parameter', { tip: 100 } as GiftDetails, 'parameter_unknown'],
    ['subscription data for a one-time payment', { subscription_data: { description: 'monthly' } }, undefined],
    ['a page that stays open for a week', { expires_at: Math.floor(Date.now() / 1000) + 7 * 86_400 }, undefined],
    ['two payers at the same time', { customer: 'cus_1' }, undefined],
  ])('refuses %s', async (_what, details: GiftDetails, code) => {
    await expect(openGift(stripe, details)).rejects.toMatchObject({
      type: 'StripeInvalidRequestError',
      statusCode: 400,
      code,
    });
  });
});
