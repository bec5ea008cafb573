import { startStripe, type SandboxHandle, payGift } from '@upstander/stripe-sandbox';
import type Stripe from 'stripe';
import { days, hours } from './support/durations.js';

describe('money on the local Stripe', () => {
  let stripe: SandboxHandle;
  beforeEach(async () => {
    stripe = await startStripe();
  });
  afterEach(() => stripe.close());

  const movements = async (params: Stripe.BalanceTransactionListParams = {}) =>
    (await stripe.client.balanceTransactions.list({ limit: 100, ...params })).data.map(
      ({ type, amount, fee, net }) => [type, amount, fee, net] as const,
    );
  const eventTypes = () => stripe.events().map(({ type }) => type);

  test.each([
    [1_000, 59],
    [1_061, 61],
    [5_000, 175],
    [100, 33],
  ])('the fee of %i is %i: 2.9 % rounded half up, plus thirty', async (amount, fee) => {
    const { balance_transaction: id } = await payGift(stripe, { amount });
    expect(await stripe.client.balanceTransactions.retrieve(id as string)).toMatchObject({ fee, net: amount - fee });
  });

  test('partial refunds cannot exceed the charge, and Stripe keeps the fee', async () => {
    const { id: charge, payment_intent: intent } = await payGift(stripe, { amount: 5_000 });
    const first = await stripe.client.refunds.create({ charge, amount: 1_500, reason: 'requested_by_customer' });
    expect(first).toMatchObject({ status: 'succeeded', amount: 1_500, reason: 'requested_by_customer' });
    await expect(stripe.client.refunds.create({ charge, amount: 3_501 })).rejects.toMatchObject({
      statusCode: 400,
      param: 'amount',
      message: 'Refund amount ($35.01) is greater than unrefunded amount on charge ($35.00)',
    });
    await stripe.client.refunds.create({ payment_intent: intent as string });
    await expect(stripe.client.refunds.create({ charge })).rejects.toMatchObject({ code: 'charge_already_refunded' });
    expect(await stripe.client.charges.retrieve(charge, { expand: ['refunds'] })).toMatchObject({
      amount_refunded: 5_000,
      refunded: true,
      refunds: { data: [{ amount: 3_500 }, { amount: 1_500 }] },
    });
    expect(await movements()).toEqual([
      ['refund', -3_500, 0, -3_500],
      ['refund', -1_500, 0, -1_500],
      ['charge', 5_000, 175, 4_825],
    ]);
    expect(eventTypes().filter((type) => type.includes('refund'))).toEqual([
      'refund.created',
      'charge.refunded',
      'refund.created',
      'charge.refunded',
    ]);
  });

  test('a refund may be pending, and can be canceled until then', async () => {
    const { id: charge } = await payGift(stripe, {}, 'refund_pending');
    const pending = await stripe.client.refunds.create({ charge, amount: 1_000 });
    expect(pending).toMatchObject({ status: 'pending', pending_reason: 'processing' });
    await stripe.clock.advance(hours(2));
    const arrived = await stripe.client.refunds.retrieve(pending.id);
    expect(arrived.status).toBe('succeeded');
    expect(arrived).not.toHaveProperty('pending_reason');
    await expect(stripe.client.refunds.cancel(pending.id)).rejects.toThrow(/cannot be canceled/);

    const second = await stripe.client.refunds.create({ charge });
    expect((await stripe.client.refunds.cancel(second.id)).status).toBe('canceled');
    expect((await stripe.client.charges.retrieve(charge)).amount_refunded).toBe(1_000);
  });

  test('a refund returned by the bank restores our balance and lowers the refunded amount', async () => {
    const { id: charge } = await payGift(stripe, {}, 'refund_fails');
    const { id } = await stripe.client.refunds.create({ charge });
    await stripe.clock.advance(hours(2));
    const failed = await stripe.client.refunds.retrieve(id);
    expect(failed).toMatchObject({ status: 'failed', failure_reason: 'expired_or_canceled_card' });
    expect(failed.failure_balance_transaction).toMatch(/^txn_/);
    expect(await stripe.client.charges.retrieve(charge)).toMatchObject({ amount_refunded: 0, refunded: false });
    expect((await movements()).slice(0, 2)).toEqual([
      ['refund_failure', 2_500, 0, 2_500],
      ['refund', -2_500, 0, -2_500],
    ]);
    expect(eventTypes().slice(-3)).toEqual(['refund.updated', 'charge.refund.updated', 'refund.failed']);
  });

  test('a dispute withdraws the amount plus fifteen dollars immediately, and a lost one changes nothing', async () => {
    const { id: charge } = await payGift(stripe);
    const dispute = await stripe.openDispute(charge);
    expect(dispute).toMatchObject({ amount: 2_500, status: 'needs_response', reason: 'fraudulent' });
    expect(await stripe.client.charges.retrieve(charge)).toMatchObject({ disputed: true });
    await expect(stripe.client.refunds.create({ charge })).rejects.toMatchObject({ code: 'charge_disputed' });
    await stripe.closeDispute(dispute.id, 'lost');
    expect(await stripe.client.disputes.retrieve(dispute.id)).toMatchObject({
      status: 'lost',
      balance_transactions: [
        { type: 'adjustment', reporting_category: 'dispute', amount: -2_500, fee: 1_500, net: -4_000 },
      ],
    });
    expect(eventTypes().filter((type) => type.startsWith('charge.dispute'))).toEqual([
      'charge.dispute.created',
      'charge.dispute.funds_withdrawn',
      'charge.dispute.updated',
      'charge.dispute.closed',
    ]);
    await expect(stripe.closeDispute(dispute.id, 'won')).rejects.toMatchObject({ status: 400 });
  });

  test('a won dispute returns the amount, and the fee only if the account is set up so', async () => {
    const { id: charge } = await payGift(stripe);
    const dispute = await stripe.openDispute(charge);
    await stripe.client.disputes.update(dispute.id, { evidence: { uncategorized_text: 'winning_evidence' } });
    expect((await movements()).slice(0, 2)).toEqual([
      ['adjustment', 2_500, 0, 2_500],
      ['adjustment', -2_500, 1_500, -4_000],
    ]);
    expect(eventTypes().slice(-2)).toEqual(['charge.dispute.funds_reinstated', 'charge.dispute.closed']);

    const generous = await startStripe({ settings: { returnDisputeFee: true } });
    const { id: other } = await payGift(generous);
    const { id } = await generous.openDispute(other);
    const won = await generous.closeDispute(id, 'won');
    expect(won.balance_transactions.reduce((sum, { net }) => sum + net, 0)).toBe(0);
    await generous.close();
  });

  test('a late-disputing card creates a dispute, and an inquiry moves no money', async () => {
    const { id: charge } = await payGift(stripe, {}, 'dispute_later');
    const { id: asked } = await payGift(stripe, {}, 'inquiry_later');
    expect((await stripe.client.disputes.list()).data).toEqual([]);
    await stripe.clock.advance(hours(1));
    const [inquiry, dispute] = (await stripe.client.disputes.list()).data;
    expect(dispute).toMatchObject({ charge, status: 'needs_response' });
    expect(inquiry).toMatchObject({ charge: asked, status: 'warning_needs_response', balance_transactions: [] });
    await stripe.closeDispute(inquiry?.id ?? '', 'won');
    expect((await stripe.client.disputes.retrieve(inquiry?.id ?? '')).status).toBe('warning_closed');
    expect((await stripe.client.refunds.create({ charge: asked })).status).toBe('succeeded');
  });

  test('a payout equals the net of its balance transactions, and the rest waits for the next', async () => {
    const { id: first } = await payGift(stripe, { amount: 10_000 });
    await payGift(stripe, { amount: 2_500 });
    await stripe.refundInDashboard(first, 1_000);
    const payout = (await stripe.payout()) as Stripe.Payout;
    const gift = await payGift(stripe);
    const listed = await stripe.client.balanceTransactions.list({ payout: payout.id, limit: 100 });
    const own = listed.data.filter(({ type }) => type === 'payout');
    const taken = listed.data.filter(({ type }) => type !== 'payout');
    expect(taken.map(({ type }) => type).sort()).toEqual(['charge', 'charge', 'refund']);
    expect(taken.reduce((sum, { net }) => sum + net, 0)).toBe(payout.amount);
    expect(own).toMatchObject([{ amount: -payout.amount, net: -payout.amount, source: payout.id }]);
    expect(payout).toMatchObject({ status: 'in_transit', automatic: true, reconciliation_status: 'completed' });

    await stripe.clock.advance(days(3));
    expect((await stripe.client.payouts.retrieve(payout.id)).status).toBe('paid');
    expect(eventTypes()).toEqual(
      expect.arrayContaining(['payout.created', 'payout.reconciliation_completed', 'payout.paid']),
    );

    await stripe.failPayout(payout.id);
    const next = (await stripe.payout()) as Stripe.Payout;
    const { net } = await stripe.client.balanceTransactions.retrieve(gift.balance_transaction as string);
    expect(next.amount).toBe(payout.amount + net);
    expect(await stripe.payout()).toBeNull();
  });

  test('money is available after two days, and daily payouts transfer it', async () => {
    const daily = await startStripe({ settings: { dailyPayouts: true } });
    await payGift(daily);
    expect((await daily.client.balance.retrieve()).pending).toMatchObject([{ amount: 2_397, currency: 'usd' }]);
    expect((await daily.client.payouts.list()).data).toEqual([]);
    await daily.clock.advance(days(3));
    expect((await daily.client.payouts.list()).data).toMatchObject([{ amount: 2_397, automatic: true }]);
    expect(await daily.client.balance.retrieve()).toMatchObject({
      available: [{ amount: 0 }],
      pending: [{ amount: 0 }],
    });
    await daily.close();
  });
});
