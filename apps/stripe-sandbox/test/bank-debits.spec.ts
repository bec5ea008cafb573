import { openGift, type SandboxHandle } from '@upstander/stripe-sandbox';
import type Stripe from 'stripe';
import { startJudgedStripe } from './judge/judged-stripe.js';
import { days } from './support/durations.js';

describe('a gift from a bank account', () => {
  let stripe: SandboxHandle;
  beforeEach(async () => {
    stripe = await startJudgedStripe();
  });
  afterEach(() => stripe.close());

  const giveByDebit = async (card: string, amount = 2_500) => {
    const session = await openGift(stripe, { amount });
    expect((await stripe.pay(session.url as string, { card })).status).toBe('complete');
    return session.id;
  };
  const session = (id: string) =>
    stripe.client.checkout.sessions.retrieve(id, { expand: ['payment_intent.latest_charge'] });
  const intentOf = async (id: string) => (await session(id)).payment_intent as Stripe.PaymentIntent;
  const eventTypes = () => stripe.events().map(({ type }) => type);

  test('the page is complete immediately, and the money arrives four days later', async () => {
    const id = await giveByDebit('bank_succeeds');
    expect(await session(id)).toMatchObject({
      status: 'complete',
      payment_status: 'unpaid',
      payment_intent: {
        status: 'processing',
        amount_received: 0,
        latest_charge: { status: 'pending', paid: false, balance_transaction: null },
      },
    });
    expect((await stripe.client.balanceTransactions.list()).data).toEqual([]);
    await stripe.clock.advance(days(3));
    expect((await intentOf(id)).status).toBe('processing');
    await stripe.clock.advance(days(1));
    expect(await session(id)).toMatchObject({
      payment_status: 'paid',
      payment_intent: {
        status: 'succeeded',
        amount_received: 2_500,
        latest_charge: { status: 'succeeded', paid: true },
      },
    });
    const [line] = (await stripe.client.balanceTransactions.list()).data;
    expect(line).toMatchObject({ type: 'payment', reporting_category: 'charge', amount: 2_500, fee: 20 });
    expect(line?.source).toMatch(/^py_/);
    expect(eventTypes().slice(-4)).toEqual([
      'charge.succeeded',
      'payment_intent.succeeded',
      'charge.updated',
      'checkout.session.async_payment_succeeded',
    ]);
  });

  test('an empty account fails four days later, and no money moves', async () => {
    const id = await giveByDebit('bank_fails');
    await stripe.clock.advance(days(4));
    expect(await session(id)).toMatchObject({
      status: 'complete',
      payment_status: 'unpaid',
      payment_intent: {
        status: 'requires_payment_method',
        last_payment_error: { code: 'insufficient_funds', type: 'invalid_request_error' },
        latest_charge: { status: 'failed', failure_code: 'insufficient_funds', paid: false },
      },
    });
    expect(eventTypes().slice(-3)).toEqual([
      'charge.failed',
      'payment_intent.payment_failed',
      'checkout.session.async_payment_failed',
    ]);
    expect((await stripe.client.balanceTransactions.list()).data).toEqual([]);
  });

  test('the fee of a large gift is capped at five dollars, and its refund refunds a payment', async () => {
    const id = await giveByDebit('bank_succeeds', 100_000);
    await stripe.clock.advance(days(4));
    const { latest_charge: charge } = await intentOf(id);
    await stripe.client.refunds.create({ charge: (charge as Stripe.Charge).id, amount: 1_000 });
    const lines = (await stripe.client.balanceTransactions.list()).data;
    expect(lines.map(({ type, amount, fee }) => [type, amount, fee])).toEqual([
      ['payment_refund', -1_000, 0],
      ['payment', 100_000, 500],
    ]);
  });

  test('a pending payment can be neither confirmed again nor canceled', async () => {
    const { id } = await intentOf(await giveByDebit('bank_stays'));
    await expect(stripe.client.paymentIntents.confirm(id)).rejects.toMatchObject({
      code: 'payment_intent_unexpected_state',
    });
    await expect(stripe.client.paymentIntents.cancel(id)).rejects.toMatchObject({
      code: 'payment_intent_unexpected_state',
    });
    await stripe.clock.advance(days(30));
    expect((await stripe.client.paymentIntents.retrieve(id)).status).toBe('processing');
  });

  test("a tester can trigger the bank's answer with a button", async () => {
    const pressButton = async (button: string, charge: unknown) =>
      fetch(`${stripe.url}/`, {
        method: 'POST',
        body: new URLSearchParams({ what: button, id: (charge as Stripe.Charge).id }),
        redirect: 'manual',
      });
    const [paid, refused] = [await giveByDebit('bank_stays'), await giveByDebit('bank_succeeds')];
    await pressButton('bank-pays', (await intentOf(paid)).latest_charge);
    await pressButton('bank-refuses', (await intentOf(refused)).latest_charge);
    await stripe.clock.advance(days(5));
    expect((await intentOf(paid)).status).toBe('succeeded');
    expect((await intentOf(refused)).status).toBe('requires_payment_method');
  });

  test('a card-only page accepts no bank account', async () => {
    const { url } = await openGift(stripe, { allowed_payment_method_types: ['card'] });
    expect(await (await fetch(url as string)).text()).not.toContain('bank account');
    expect(await stripe.pay(url as string, { card: 'bank_succeeds' })).toMatchObject({ status: 'closed' });
  });
});
