import { issueFraudWarning } from '@upstander/stripe-sandbox';
import type { TestApp } from '@upstander/tests/support/app.js';
import { balancesOf, giftFacts, progressOf } from '@upstander/tests/support/gifts.js';
import { give } from '@upstander/tests/support/giving.js';
import { aTreasurer, refund, type Staff } from '@upstander/tests/support/money-people.js';
import { startAppWithStripe, type SandboxHandle } from '@upstander/tests/support/stripe.js';

let app: TestApp;
let stripe: SandboxHandle;
let close: () => Promise<void>;
let fay: Staff;
beforeAll(async () => {
  ({ app, stripe, close } = await startAppWithStripe());
  fay = await aTreasurer(app);
});
afterAll(() => close());

const campaignOf = async (giftId: string) =>
  (await app.db.query<{ id: string }>('SELECT campaign_id AS id FROM fundraising.gift WHERE id = $1', [giftId]))[0]!.id;

describe('a dispute', () => {
  test('withdraws amount and fee immediately; the gift is disputed and still counts as raised', async () => {
    const gift = await give(app, stripe);
    const campaignId = await campaignOf(gift.id);
    await stripe.openDispute(gift.chargeId);
    expect(await giftFacts(app.db, gift.id)).toMatchObject({ status: 'disputed', lost: 0 });
    expect(await progressOf(app.db, campaignId)).toEqual({ count: 1, raised: 5_000, agrees: true });
    expect(await balancesOf(app.db, campaignId)).toEqual({
      fund: -5_000,
      'dispute-reserve': 5_000,
      'dispute-fees': 1_500,
      'stripe-balance': -1_500,
    });
  });

  test('takes the exact amount from the campaign when lost', async () => {
    const gift = await give(app, stripe, { coverFee: true });
    const campaignId = await campaignOf(gift.id);
    const { id } = await stripe.openDispute(gift.chargeId);
    await stripe.closeDispute(id, 'lost');
    expect(await giftFacts(app.db, gift.id)).toMatchObject({ status: 'lost', lost: 5_180 });
    expect(await progressOf(app.db, campaignId)).toEqual({ count: 1, raised: 0, agrees: true });
    expect(await balancesOf(app.db, campaignId)).toEqual({
      fund: -5_000,
      'fee-cover': -180,
      'disputes-lost': 5_180,
      'dispute-fees': 1_500,
      'stripe-balance': -1_500,
    });
  });

  test('returns the amount when won; Stripe keeps the fee', async () => {
    const gift = await give(app, stripe);
    const campaignId = await campaignOf(gift.id);
    const { id } = await stripe.openDispute(gift.chargeId);
    await stripe.closeDispute(id, 'won');
    expect(await giftFacts(app.db, gift.id)).toMatchObject({ status: 'paid', lost: 0 });
    expect(await balancesOf(app.db, campaignId)).toEqual({
      fund: -5_000,
      'dispute-fees': 1_500,
      'stripe-balance': 3_500,
    });
  });

  test('covers the remaining amount after a partial refund', async () => {
    const gift = await give(app, stripe);
    const campaignId = await campaignOf(gift.id);
    await refund(app, fay, gift.id, 2_000);
    const { id } = await stripe.openDispute(gift.chargeId);
    await stripe.closeDispute(id, 'lost');
    expect(await giftFacts(app.db, gift.id)).toMatchObject({ status: 'lost', refunded: 2_000, lost: 3_000 });
    expect(await progressOf(app.db, campaignId)).toEqual({ count: 1, raised: 0, agrees: true });
  });

  test('moves no money if it is only an inquiry', async () => {
    const gift = await give(app, stripe);
    const campaignId = await campaignOf(gift.id);
    const { id } = await stripe.openDispute(gift.chargeId, { inquiry: true });
    expect(await giftFacts(app.db, gift.id)).toMatchObject({ status: 'disputed' });
    await stripe.closeDispute(id, 'won');
    expect(await giftFacts(app.db, gift.id)).toMatchObject({ status: 'paid' });
    expect(await balancesOf(app.db, campaignId)).toEqual({ fund: -5_000, 'stripe-balance': 5_000 });
  });

  test('books the charge first if its webhook never arrived', async () => {
    stripe.webhooks.mode({ lose: 1 });
    const gift = await give(app, stripe);
    stripe.webhooks.mode({});
    const [charge] = (await stripe.client.charges.list({ limit: 1 })).data;
    expect(charge!.metadata['gift_id']).toBe(gift.id);
    await stripe.openDispute(charge!.id);
    expect(await giftFacts(app.db, gift.id)).toMatchObject({ status: 'disputed', paid: true, charge: charge!.id });
  });
});

test('lists disputes with their deadlines for finance and filters open ones', async () => {
  // Two seconds later than the others, because Stripe's timestamps are in seconds.
  await stripe.clock.advance(2_000);
  const gift = await give(app, stripe, { name: 'Dana Disputed' });
  await stripe.openDispute(gift.chargeId);
  const { data } = await app.graphql<{
    disputes: { edges: Array<{ node: Record<string, unknown> }>; totalCount: number };
  }>(
    `{ disputes(open: true, first: 1) { totalCount edges { node {
      giftId donorName amount { amountMinor } fee { amountMinor } reason status open evidenceDueAt stripeDisputeId dashboardUrl } } } }`,
    {},
    fay,
  );
  expect(data.disputes.edges[0]!.node).toMatchObject({
    giftId: gift.id,
    donorName: 'Dana Disputed',
    amount: { amountMinor: 5_000 },
    fee: { amountMinor: 1_500 },
    reason: 'fraudulent',
    status: 'needs_response',
    open: true,
    evidenceDueAt: expect.stringMatching(/Z$/) as string,
  });
  const { stripeDisputeId, dashboardUrl } = data.disputes.edges[0]!.node;
  // With a test key, evidence is submitted in the dashboard's test mode.
  expect(dashboardUrl).toBe(`https://dashboard.stripe.com/test/disputes/${String(stripeDisputeId)}`);
});

test('lists a fraud warning until someone records how it was handled', async () => {
  const gift = await give(app, stripe);
  issueFraudWarning(stripe.sandbox.store, gift.chargeId);
  await stripe.waitUntilSettled();
  const list = async () =>
    (
      await app.graphql<{ fraudWarnings: Array<{ id: string; giftId: string }> }>(
        '{ fraudWarnings(open: true) { id giftId fraudType warnedAt } }',
        {},
        fay,
      )
    ).data.fraudWarnings.filter(({ giftId }) => giftId === gift.id);
  const [warning] = await list();
  const answer = await app.graphql<{ handleFraudWarning: Record<string, unknown> }>(
    'mutation ($input: HandleFraudWarningInput!) { handleFraudWarning(input: $input) { handledBy handledNote } }',
    { input: { id: warning!.id, note: 'Refunded it.' } },
    fay,
  );
  expect(answer.data.handleFraudWarning).toEqual({ handledBy: 'Fay Finance', handledNote: 'Refunded it.' });
  expect(await list()).toEqual([]);
});
