import type { SandboxHandle } from '@upstander/stripe-sandbox';
import type Stripe from 'stripe';
import { startJudgedStripe } from './judge/judged-stripe.js';

const DAY = 86_400;

let stripe: SandboxHandle;
beforeAll(async () => {
  stripe = await startJudgedStripe({ now: () => new Date('2026-01-31T12:00:00Z') });
});
afterAll(() => stripe.close());

async function createSubscription(card = 'succeeds', clockAt?: string) {
  const clock = clockAt
    ? await stripe.client.testHelpers.testClocks.create({ frozen_time: Date.parse(clockAt) / 1000 })
    : null;
  const customer = await stripe.client.customers.create({
    email: 'ana@example.org',
    ...(clock && { test_clock: clock.id }),
  });
  const session = await stripe.client.checkout.sessions.create({
    mode: 'subscription',
    customer: customer.id,
    line_items: [
      {
        quantity: 1,
        price_data: {
          currency: 'usd',
          unit_amount: 2_606,
          recurring: { interval: 'month' },
          product_data: { name: 'Safe nights, every month' },
        },
      },
    ],
    subscription_data: { metadata: { recurring_gift_id: 'p1', gift_id: 'g1' } },
    success_url: 'http://127.0.0.1/thanks/token',
  });
  const paid = await stripe.pay(session.url as string, { card });
  const after = await stripe.client.checkout.sessions.retrieve(session.id, { expand: ['subscription'] });
  return {
    clock: clock?.id ?? '',
    customer: customer.id,
    paid,
    session: after,
    subscription: after.subscription as Stripe.Subscription,
  };
}

const advance = async (clock: string, days: number) => {
  const { frozen_time: from } = await stripe.client.testHelpers.testClocks.retrieve(clock);
  const moving = await stripe.client.testHelpers.testClocks.advance(clock, { frozen_time: from + days * DAY });
  expect(moving.status).toBe('advancing');
  expect((await stripe.client.testHelpers.testClocks.retrieve(clock)).status).toBe('ready');
};
const typesFor = (subscription: string) =>
  stripe
    .events()
    .filter(({ data }) => JSON.stringify(data.object).includes(subscription))
    .map(({ type }) => type);
const withPayments = { expand: ['payments.data.payment.payment_intent.latest_charge'] };

test('a recurring gift starts at Checkout with a subscription and a paid invoice', async () => {
  const { session, subscription } = await createSubscription();
  expect(session).toMatchObject({ status: 'complete', payment_status: 'paid', payment_intent: null });
  expect(subscription).toMatchObject({ status: 'active', metadata: { recurring_gift_id: 'p1', gift_id: 'g1' } });
  const invoice = await stripe.client.invoices.retrieve(session.invoice as string, withPayments);
  expect(invoice).toMatchObject({
    status: 'paid',
    billing_reason: 'subscription_create',
    amount_paid: 2_606,
    parent: {
      subscription_details: { subscription: subscription.id, metadata: { recurring_gift_id: 'p1', gift_id: 'g1' } },
    },
    payments: {
      data: [{ status: 'paid', payment: { payment_intent: { latest_charge: { amount: 2_606, paid: true } } } }],
    },
  });
  expect(typesFor(subscription.id)).toEqual(
    expect.arrayContaining(['customer.subscription.created', 'invoice.created', 'invoice.finalized', 'invoice.paid']),
  );
});

test('a declined card starts nothing, and another one does', async () => {
  const before = stripe.sandbox.store.all('subscription').size;
  const { paid, session } = await createSubscription('declined');
  expect(paid.status).toBe('declined');
  expect(session.subscription).toBeNull();
  expect(stripe.sandbox.store.all('subscription').size).toBe(before);
  await stripe.pay(session.url as string);
  const after = await stripe.client.checkout.sessions.retrieve(session.id);
  expect(after.subscription).not.toBeNull();
});

test('months pass on a test clock, including from the 31st', async () => {
  const { clock, subscription } = await createSubscription('succeeds', '2026-01-31T12:00:00Z');
  await advance(clock, 61);
  const { data } = await stripe.client.invoices.list({ subscription: subscription.id });
  expect(
    data.map(({ status, billing_reason: reason, created }) => [
      new Date(created * 1000).toISOString().slice(0, 10),
      reason,
      status,
    ]),
  ).toEqual([
    ['2026-03-31', 'subscription_cycle', 'paid'],
    ['2026-02-28', 'subscription_cycle', 'paid'],
    ['2026-01-31', 'subscription_create', 'paid'],
  ]);
  expect(new Set(data.map(({ number }) => number)).size).toBe(3);
});

test('a failed month is past due, retried, and recovers with another card', async () => {
  const { clock, customer, subscription } = await createSubscription('fails_later', '2026-03-05T08:00:00Z');
  await advance(clock, 32);
  const failing = await stripe.client.subscriptions.retrieve(subscription.id, { expand: ['latest_invoice'] });
  expect(failing.status).toBe('past_due');
  expect(failing.latest_invoice).toMatchObject({
    status: 'open',
    attempt_count: 1,
    next_payment_attempt: expect.any(Number),
  });

  const portal = await stripe.client.billingPortal.sessions.create({
    customer,
    return_url: 'http://127.0.0.1/recurring-gift/x',
  });
  const page = await fetch(portal.url);
  expect(await page.text()).toContain('did not go through');
  const done = await fetch(portal.url, {
    method: 'POST',
    body: new URLSearchParams({ action: 'card', subscription: subscription.id, card: 'succeeds' }),
    redirect: 'manual',
  });
  expect(done.status).toBe(303);
  await advance(clock, 4);
  const well = await stripe.client.subscriptions.retrieve(subscription.id, { expand: ['latest_invoice'] });
  expect(well.status).toBe('active');
  expect(well.latest_invoice).toMatchObject({ status: 'paid', attempt_count: 2 });
  const types = typesFor(subscription.id);
  expect(types).toContain('invoice.payment_failed');
  expect(types.filter((type) => type === 'invoice.paid')).toHaveLength(2);
});

test('the subscription ends after the last retry, with the reason', async () => {
  const { clock, subscription } = await createSubscription('fails_later', '2026-03-05T08:00:00Z');
  await advance(clock, 60);
  const ended = await stripe.client.subscriptions.retrieve(subscription.id, { expand: ['latest_invoice'] });
  expect(ended).toMatchObject({ status: 'canceled', cancellation_details: { reason: 'payment_failed' } });
  expect(ended.latest_invoice).toMatchObject({ status: 'open', attempt_count: 4, next_payment_attempt: null });
  await advance(clock, 90);
  expect((await stripe.client.invoices.list({ subscription: subscription.id })).data).toHaveLength(2);
});

test('a new amount applies from the next month', async () => {
  const { clock, subscription } = await createSubscription('succeeds', '2026-04-01T08:00:00Z');
  const [item] = subscription.items.data;
  const change = (proration_behavior: 'none' | 'create_prorations') =>
    stripe.client.subscriptions.update(subscription.id, {
      proration_behavior,
      items: [
        {
          id: item?.id,
          price_data: {
            currency: 'usd',
            product: item?.price.product as string,
            recurring: { interval: 'month' },
            unit_amount: 5_180,
          },
        },
      ],
    });
  await expect(change('create_prorations')).rejects.toThrow('prorations');
  const changed = await change('none');
  expect(changed.items.data[0]?.price.unit_amount).toBe(5_180);
  await advance(clock, 31);
  const { data } = await stripe.client.invoices.list({ subscription: subscription.id });
  expect(data.map(({ amount_paid: paid }) => paid)).toEqual([5_180, 2_606]);
});

test('canceling at the end of the month prevents further charges, and canceling now ends it now', async () => {
  const { clock, subscription } = await createSubscription('succeeds', '2026-04-01T08:00:00Z');
  const stopping = await stripe.client.subscriptions.update(subscription.id, { cancel_at_period_end: true });
  expect(stopping).toMatchObject({ status: 'active', cancel_at: stopping.items.data[0]?.current_period_end });
  await advance(clock, 40);
  expect((await stripe.client.subscriptions.retrieve(subscription.id)).status).toBe('canceled');
  expect((await stripe.client.invoices.list({ subscription: subscription.id })).data).toHaveLength(1);

  const other = await createSubscription();
  const gone = await stripe.client.subscriptions.cancel(other.subscription.id, {
    cancellation_details: { comment: 'moved' },
  });
  expect(gone).toMatchObject({
    status: 'canceled',
    cancellation_details: { comment: 'moved', reason: 'cancellation_requested' },
  });
  await expect(stripe.client.subscriptions.cancel(other.subscription.id)).rejects.toMatchObject({
    code: 'resource_missing',
  });
  const { data } = await stripe.client.subscriptions.list({ customer: other.customer });
  expect(data).toEqual([]);
});

test('a subscription created by API is active with a card, and incomplete until expired without one', async () => {
  const { id: customer } = await stripe.client.customers.create({ email: 'b@example.org' });
  const { id: product } = await stripe.client.products.create({ name: 'Monthly' });
  const item = {
    price_data: { currency: 'usd', product, recurring: { interval: 'month' as const }, unit_amount: 1_000 },
  };
  const incomplete = await stripe.client.subscriptions.create({
    customer,
    items: [item],
    default_payment_method: 'pm_card_visa',
  });
  expect(incomplete.status).toBe('active');
  const waiting = await stripe.client.subscriptions.create({
    customer,
    items: [item],
    payment_behavior: 'default_incomplete',
  });
  expect(waiting.status).toBe('incomplete');
  await stripe.clock.advance(24 * 3_600_000);
  expect((await stripe.client.subscriptions.retrieve(waiting.id)).status).toBe('incomplete_expired');
  await expect(
    stripe.client.subscriptions.create({
      customer,
      items: [item],
      default_payment_method: 'pm_card_chargeCustomerFail',
      payment_behavior: 'error_if_incomplete',
    }),
  ).rejects.toMatchObject({ type: 'StripeCardError', code: 'card_declined' });
});

test('an open invoice is paid manually or voided', async () => {
  const { clock, subscription } = await createSubscription('fails_later', '2026-03-05T08:00:00Z');
  await advance(clock, 32);
  const { data } = await stripe.client.invoices.list({ subscription: subscription.id, status: 'open' });
  const id = data[0]?.id as string;
  await expect(stripe.client.invoices.pay(id)).rejects.toMatchObject({
    type: 'StripeCardError',
    code: 'card_declined',
  });
  expect(await stripe.client.invoices.pay(id, { payment_method: 'pm_card_visa' })).toMatchObject({ status: 'paid' });
  expect((await stripe.client.subscriptions.retrieve(subscription.id)).status).toBe('active');
  const other = await createSubscription('fails_later', '2026-03-05T08:00:00Z');
  await advance(other.clock, 32);
  const open = await stripe.client.invoices.list({ subscription: other.subscription.id, status: 'open' });
  expect(await stripe.client.invoices.voidInvoice(open.data[0]?.id as string)).toMatchObject({ status: 'void' });
});

test("the portal cancels and resumes, and shows no other customer's subscription", async () => {
  const { customer, subscription } = await createSubscription();
  const other = await createSubscription();
  const portal = await stripe.client.billingPortal.sessions.create({
    customer,
    locale: 'es',
    flow_data: {
      type: 'subscription_cancel',
      subscription_cancel: { subscription: subscription.id },
      after_completion: { type: 'redirect', redirect: { return_url: 'http://127.0.0.1/recurring-gift/x' } },
    },
  });
  const post = (fields: Record<string, string>) =>
    fetch(portal.url, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });
  const stopped = await post({ action: 'stop', subscription: subscription.id });
  expect(stopped.headers.get('location')).toBe('http://127.0.0.1/recurring-gift/x');
  expect(await stripe.client.subscriptions.retrieve(subscription.id)).toMatchObject({ cancel_at_period_end: true });
  expect(await (await fetch(portal.url)).text()).toContain('Seguir pagando');
  await post({ action: 'go-on', subscription: subscription.id });
  expect(await stripe.client.subscriptions.retrieve(subscription.id)).toMatchObject({
    cancel_at_period_end: false,
    cancel_at: null,
  });
  const foreign = await post({ action: 'stop', subscription: other.subscription.id });
  expect(foreign.status).toBe(404);
  expect(await stripe.client.subscriptions.retrieve(other.subscription.id)).toMatchObject({
    cancel_at_period_end: false,
  });
  expect((await fetch(`${stripe.url}/p/session/bps_nobody`)).status).toBe(404);
});

test('a fraud warning needs no action after a refund', async () => {
  const session = await stripe.client.checkout.sessions.create({
    mode: 'payment',
    line_items: [
      { quantity: 1, price_data: { currency: 'usd', unit_amount: 5_000, product_data: { name: 'A gift' } } },
    ],
    success_url: 'http://127.0.0.1/thanks/token',
  });
  await stripe.pay(session.url as string, { card: 'fraud_warning' });
  await stripe.clock.advance(120_000);
  const { data } = await stripe.client.radar.earlyFraudWarnings.list();
  expect(data).toMatchObject([{ actionable: true, fraud_type: 'unauthorized_use_of_card' }]);
  await stripe.client.refunds.create({ charge: data[0]?.charge as string });
  expect(await stripe.client.radar.earlyFraudWarnings.retrieve(data[0]?.id as string)).toMatchObject({
    actionable: false,
  });
});
