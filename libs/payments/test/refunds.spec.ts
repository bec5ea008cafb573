import { randomUUID } from 'node:crypto';
import type { TestApp } from '@upstander/tests/support/app.js';
import { eventually } from '@upstander/tests/support/eventually.js';
import { aCampaign, aPaidGift } from '@upstander/tests/support/factories.fundraising.js';
import { balancesOf, giftFacts, progressOf } from '@upstander/tests/support/gifts.js';
import { give } from '@upstander/tests/support/giving.js';
import { raceBehindLock } from '@upstander/tests/support/locks.js';
import { aTreasurer, refund, refunding, type RefundAnswer, type Staff } from '@upstander/tests/support/money-people.js';
import { hours } from '@upstander/tests/support/movable-clock.js';
import { withoutRowLocks } from '@upstander/tests/support/without-row-lock.js';
import { startAppWithStripe, type SandboxHandle } from '@upstander/tests/support/stripe.js';

let app: TestApp;
let stripe: SandboxHandle;
let close: () => Promise<void>;
let fay: Staff;
let sam: Staff;
beforeAll(async () => {
  ({ app, stripe, close } = await startAppWithStripe());
  fay = await aTreasurer(app);
  sam = await aTreasurer(app, null, 'Sam Second');
});
afterAll(() => close());

const unwrap = (answer: RefundAnswer | string): RefundAnswer => {
  if (typeof answer === 'string') throw new Error(answer);
  return answer;
};
const campaignOf = async (giftId: string) =>
  (await app.db.query<{ id: string }>('SELECT campaign_id AS id FROM fundraising.gift WHERE id = $1', [giftId]))[0]!.id;
const refundsOf = async (charge: string) => (await stripe.client.refunds.list({ charge })).data;

describe('a refund', () => {
  test('can be partial; the fee coverage is refunded last', async () => {
    const gift = await give(app, stripe, { amount: { amountMinor: 10_000, currency: 'USD' }, coverFee: true });
    const campaignId = await campaignOf(gift.id);
    expect(unwrap(await refund(app, fay, gift.id, 4_000))).toMatchObject({
      refund: { status: 'SUCCEEDED', amount: { amountMinor: 4_000 } },
      gift: { status: 'PARTLY_REFUNDED' },
    });
    expect(await progressOf(app.db, campaignId)).toEqual({ count: 1, raised: 6_000, agrees: true });
    expect(unwrap(await refund(app, fay, gift.id))).toMatchObject({
      refund: { status: 'SUCCEEDED', amount: { amountMinor: 6_330 } },
      gift: { status: 'REFUNDED' },
    });
    expect(await progressOf(app.db, campaignId)).toEqual({ count: 1, raised: 0, agrees: true });
    expect(await balancesOf(app.db, campaignId)).toEqual({
      fund: -10_000,
      'fee-cover': -330,
      refunded: 10_000,
      'refunded-cover': 330,
    });
    expect((await refundsOf(gift.chargeId)).map(({ amount }) => amount).sort()).toEqual([4_000, 6_330]);
  });

  test("shows its note for colleagues in the gift's timeline", async () => {
    const gift = await give(app, stripe, { amount: { amountMinor: 2_000, currency: 'USD' } });
    const asked = { giftId: gift.id, amount: { amountMinor: 500, currency: 'USD' }, note: 'Partial, by phone' };
    await app.graphql(
      `mutation ($input: RefundGiftInput!) { refundGift(input: $input) { refund { id } } }`,
      { input: { ...asked, reason: 'WRONG_AMOUNT' } },
      fay,
    );
    const { data } = await app.graphql<{ manageGift: { timeline: Array<{ kind: string; remark: string | null }> } }>(
      `query ($id: ID!) { manageGift(id: $id) { timeline { kind remark } } }`,
      { id: gift.id },
      fay,
    );
    expect(data.manageGift.timeline).toContainEqual({ kind: 'REFUND_REQUESTED', remark: 'Partial, by phone' });
  });

  test('is rejected without calling Stripe if it exceeds the remaining amount', async () => {
    const gift = await give(app, stripe);
    await refund(app, fay, gift.id, 4_000);
    expect(await refund(app, fay, gift.id, 1_001)).toBe('REFUND_TOO_LARGE');
    expect(await refundsOf(gift.chargeId)).toHaveLength(1);
    await refund(app, fay, gift.id);
    expect(await refund(app, fay, gift.id)).toBe('REFUND_TOO_LARGE');
  });

  test('is created once per idempotency key', async () => {
    const gift = await give(app, stripe);
    const key = { idempotencyKey: randomUUID() };
    const first = unwrap(await refund(app, fay, gift.id, 1_000, key));
    const again = unwrap(await refund(app, fay, gift.id, 1_000, key));
    expect(again.refund.id).toBe(first.refund.id);
    expect(await refund(app, fay, gift.id, 2_000, key)).toBe('IDEMPOTENCY_KEY_REUSED');
    expect(await refundsOf(gift.chargeId)).toHaveLength(1);
  });

  test.each(['drop_before', 'commit_then_drop', '500'] as const)(
    'is sent once however often the call is repeated: %s',
    async (fault) => {
      const gift = await give(app, stripe);
      for (let i = 0; i < 3; i += 1) stripe.faults.next('POST /v1/refunds', fault);
      const { refund: begun } = unwrap(await refund(app, fay, gift.id, 2_000));
      expect(begun.status).toMatch(/REQUESTED|SUCCEEDED/);
      stripe.faults.clear();
      await app.runJob('send-refunds');
      await app.runJob('send-refunds');
      await stripe.waitUntilSettled();
      expect(await refundsOf(gift.chargeId)).toHaveLength(1);
      expect(await giftFacts(app.db, gift.id)).toMatchObject({ status: 'partly_refunded', refunded: 2_000 });
      const rows = await app.db.query('SELECT status FROM fundraising.refund WHERE gift_id = $1', [gift.id]);
      expect(rows).toEqual([{ status: 'succeeded' }]);
    },
  );

  test('is sent once if two processes send it at the same time', async () => {
    const gift = await give(app, stripe);
    let goOn = (): void => {};
    stripe.faults.next('POST /v1/refunds', 'slow', new Promise<void>((resolve) => (goOn = resolve)));
    const first = refund(app, fay, gift.id, 2_000);
    await eventually(() => stripe.faults.played.get('slow') === 1);
    // The job finds nothing in Stripe's list yet; only the idempotency key prevents a second refund.
    await app.runJob('send-refunds');
    goOn();
    await first;
    await app.runJob('send-refunds');
    await stripe.waitUntilSettled();
    expect(await refundsOf(gift.chargeId)).toHaveLength(1);
    expect(await giftFacts(app.db, gift.id)).toMatchObject({ status: 'partly_refunded', refunded: 2_000 });
  });

  test("made in Stripe's dashboard is recorded once", async () => {
    const gift = await give(app, stripe);
    await stripe.refundInDashboard(gift.chargeId, 1_500);
    expect(await giftFacts(app.db, gift.id)).toMatchObject({ status: 'partly_refunded', refunded: 1_500 });
    const rows = await app.db.query(
      'SELECT status, reason, requested_by AS who FROM fundraising.refund WHERE gift_id = $1',
      [gift.id],
    );
    expect(rows).toEqual([{ status: 'succeeded', reason: 'at-stripe', who: null }]);
  });

  test('returned by the bank is restored to the campaign', async () => {
    const gift = await give(app, stripe);
    const campaignId = await campaignOf(gift.id);
    await refund(app, fay, gift.id, 2_000);
    const [made] = await refundsOf(gift.chargeId);
    await stripe.failRefund(made!.id);
    expect(await giftFacts(app.db, gift.id)).toMatchObject({ status: 'paid', refunded: 0 });
    expect(await progressOf(app.db, campaignId)).toEqual({ count: 1, raised: 5_000, agrees: true });
    expect(await balancesOf(app.db, campaignId)).toEqual({ fund: -5_000, 'stripe-balance': 5_000 });
  });

  test('can be pending before it succeeds', async () => {
    const gift = await give(app, stripe, { card: 'refund_pending' });
    expect(unwrap(await refund(app, fay, gift.id, 2_000)).refund.status).toBe('PENDING');
    await stripe.clock.advance(hours(2));
    const rows = await app.db.query('SELECT status FROM fundraising.refund WHERE gift_id = $1', [gift.id]);
    expect(rows).toEqual([{ status: 'succeeded' }]);
  });

  test('of a cash gift is recorded without calling Stripe', async () => {
    const gift = await aPaidGift(app.db, { method: 'cash', intendedMinor: 5_000 });
    expect(unwrap(await refund(app, fay, gift.id, 2_000))).toMatchObject({
      refund: { status: 'SUCCEEDED' },
      gift: { status: 'PARTLY_REFUNDED' },
    });
    expect(await balancesOf(app.db, gift.campaignId)).toEqual({ fund: -5_000, refunded: 2_000, 'offline-cash': 3_000 });
  });

  test('is rejected for unpaid and disputed gifts', async () => {
    const gift = await give(app, stripe);
    await stripe.openDispute(gift.chargeId);
    expect(await refund(app, fay, gift.id)).toBe('GIFT_DISPUTED');
    const [unpaid] = await app.db.query<{ id: string }>(
      `INSERT INTO fundraising.gift (campaign_id, name, method, source, status, currency, intended_minor, charged_minor,
         created_at)
       VALUES ($1, 'Ana', 'stripe', 'site', 'pending', 'USD', 500, 500, $2) RETURNING id`,
      [(await aCampaign(app.db)).id, app.clock.now()],
    );
    expect(await refund(app, fay, unpaid!.id)).toBe('GIFT_NOT_PAID');
  });
});

describe('above the limit', () => {
  const large = () => give(app, stripe, { amount: { amountMinor: 60_000, currency: 'USD' } });

  test('one person proposes and only another can approve', async () => {
    const gift = await large();
    const { refund: proposal } = unwrap(await refund(app, fay, gift.id, 25_001));
    expect(proposal.status).toBe('PROPOSED');
    expect(await refundsOf(gift.chargeId)).toHaveLength(0);
    expect(await refunding(app, fay, 'approveRefund', { id: proposal.id })).toBe('SECOND_PERSON_NEEDED');
    expect(unwrap(await refunding(app, sam, 'approveRefund', { id: proposal.id })).refund.status).toBe('SUCCEEDED');
    expect(await refunding(app, sam, 'approveRefund', { id: proposal.id })).toBe('REFUND_DECIDED');
    expect(await refundsOf(gift.chargeId)).toHaveLength(1);
  });

  test('control: the database rejects a decision by the same person', async () => {
    const gift = await large();
    const { refund: proposal } = unwrap(await refund(app, fay, gift.id, 30_000));
    await expect(
      app.db.query(`UPDATE fundraising.refund SET status = 'requested', decided_by = requested_by WHERE id = $1`, [
        proposal.id,
      ]),
    ).rejects.toThrow('refund_second_person');
  });

  test('several small refunds count as a large one', async () => {
    const gift = await large();
    expect(unwrap(await refund(app, fay, gift.id, 15_000)).refund.status).toBe('SUCCEEDED');
    expect(unwrap(await refund(app, fay, gift.id, 10_000)).refund.status).toBe('SUCCEEDED');
    expect(unwrap(await refund(app, fay, gift.id, 1)).refund.status).toBe('PROPOSED');
  });

  test('a proposal reserves its amount until it is declined, which its author may do', async () => {
    const gift = await large();
    const { refund: proposal } = unwrap(await refund(app, fay, gift.id, 50_000));
    expect(await refund(app, sam, gift.id, 10_001)).toBe('REFUND_TOO_LARGE');
    expect(unwrap(await refunding(app, fay, 'declineRefund', { id: proposal.id, note: 'A slip.' })).refund.status).toBe(
      'DECLINED',
    );
    expect(unwrap(await refund(app, sam, gift.id, 10_001)).refund.status).toBe('SUCCEEDED');
  });

  test('finance sees pending proposals', async () => {
    const gift = await large();
    const { refund: proposal } = unwrap(await refund(app, fay, gift.id, 40_000));
    const { data } = await app.graphql<{
      refundRequests: Array<{ id: string }>;
      moneyTasks: Array<{ kind: string }>;
    }>('{ refundRequests { id requestedBy amount { amountMinor } } moneyTasks { kind count oldestAt } }', {}, sam);
    expect(data.refundRequests.map(({ id }) => id)).toContain(proposal.id);
    expect(data.moneyTasks.map(({ kind }) => kind)).toContain('REFUNDS_TO_APPROVE');
  });
});

describe('concurrent refunds', () => {
  const four = (giftId: string) => Array.from({ length: 4 }, () => refund(app, fay, giftId, 2_000));

  test('do not exceed the gift', async () => {
    const gift = await give(app, stripe);
    const lock = { sql: 'SELECT FROM fundraising.gift WHERE id = $1 FOR NO KEY UPDATE', params: [gift.id], waiting: 4 };
    const answers = await raceBehindLock(app, lock, () => four(gift.id));
    expect(answers.filter((answer) => answer === 'REFUND_TOO_LARGE')).toHaveLength(2);
    await stripe.waitUntilSettled();
    expect(await giftFacts(app.db, gift.id)).toMatchObject({ refunded: 4_000 });
  });

  test('control: would exceed the gift without the lock, and only Stripe would stop them', async () => {
    const gift = await give(app, stripe);
    const answers = await withoutRowLocks(app, { racers: 4, lockQuery: /AS alone/ }, () => Promise.all(four(gift.id)));
    expect(answers.filter((answer) => answer === 'REFUND_TOO_LARGE')).toHaveLength(0);
    const promised = await app.db.query('SELECT id FROM fundraising.refund WHERE gift_id = $1', [gift.id]);
    expect(promised).toHaveLength(4);
  });
});

test('hides gifts of other chapters and denies refunds to organizers', async () => {
  const gift = await give(app, stripe);
  const [campaign] = await app.db.query<{ chapter: string }>(
    'SELECT c.chapter_id AS chapter FROM fundraising.gift g JOIN fundraising.campaign c ON c.id = g.campaign_id WHERE g.id = $1',
    [gift.id],
  );
  const elsewhere = await aTreasurer(app, (await aCampaign(app.db)).chapterId);
  expect(await refund(app, elsewhere, gift.id)).toBe('NOT_FOUND');
  const organizer = await app.signedIn({ role: 'organizer', chapterId: campaign!.chapter });
  expect(await refund(app, organizer, gift.id)).toBe('NOT_ALLOWED');
  const here = await aTreasurer(app, campaign!.chapter);
  expect(unwrap(await refund(app, here, gift.id, 500)).refund.status).toBe('SUCCEEDED');
});
