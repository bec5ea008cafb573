import { JobQueue } from '@upstander/platform';
import { startApp, type TestApp } from '@upstander/tests/support/app.js';
import { aCampaign, aPage } from '@upstander/tests/support/factories.fundraising.js';
import { aPendingGift, balancesOf, giftFacts, progressOf } from '@upstander/tests/support/gifts.js';
import { aCharge, anEventOf, deliver, signatureOf } from '@upstander/tests/support/signed-events.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

const seconds = (n: number) => new Date(app.clock.now().valueOf() + n * 1000);
const outcomes = () =>
  app.db.query<{ type: string; outcome: string }>('SELECT type, outcome FROM fundraising.stripe_event ORDER BY type');

async function countRows(): Promise<{ events: number; transactions: number }> {
  const [row] = await app.db.query<{ events: number; transactions: number }>(
    `SELECT (SELECT count(*) FROM fundraising.stripe_event)::int AS events,
       (SELECT count(*) FROM ledger.transaction)::int AS transactions`,
  );
  return row!;
}

describe('a successful charge', () => {
  test("pays its gift: ledger, status, totals of campaign and page, and the campaign's first gift", async () => {
    const page = await aPage(app.db);
    const gift = await aPendingGift(app.db, { ...page, pageId: page.id, intendedMinor: 5_000, coverMinor: 180 });
    const at = seconds(-3);
    const charge = aCharge(app, { giftId: gift.id, amount: 5_180, at });
    expect(await deliver(app, anEventOf(app, 'charge.succeeded', charge))).toBe(200);

    expect(await giftFacts(app.db, gift.id)).toMatchObject({ status: 'paid', paid: true, charge: charge['id'] });
    expect(await balancesOf(app.db, gift.campaignId)).toEqual({
      'stripe-balance': 5_180,
      fund: -5_000,
      'fee-cover': -180,
    });
    expect(await progressOf(app.db, gift.campaignId)).toEqual({ count: 1, raised: 5_000, agrees: true });
    expect(await progressOf(app.db, page.id)).toEqual({ count: 1, raised: 5_000, agrees: true });
    const [campaign] = await app.db.query<{ first: Date }>(
      'SELECT first_gift_at AS first FROM fundraising.campaign WHERE id = $1',
      [gift.campaignId],
    );
    expect(campaign!.first.valueOf()).toBe(Math.floor(at.valueOf() / 1000) * 1000);
  });

  test('notifies the people who raise money immediately, without waiting for the schedule', async () => {
    const enqueued = jest.spyOn(app.nest.get(JobQueue), 'enqueue');
    const gift = await aPendingGift(app.db);
    await deliver(app, anEventOf(app, 'charge.succeeded', aCharge(app, { giftId: gift.id })));
    expect(enqueued.mock.calls.map(([job]) => job)).toContain('notify-gift-owners');
    enqueued.mockRestore();
  });

  test('is booked once, however often and by whichever event it is reported', async () => {
    const gift = await aPendingGift(app.db);
    const charge = aCharge(app, { giftId: gift.id });
    const event = anEventOf(app, 'charge.succeeded', charge);
    const answers = await Promise.all([
      ...Array.from({ length: 5 }, () => deliver(app, event)),
      ...Array.from({ length: 5 }, () => deliver(app, anEventOf(app, 'charge.succeeded', charge))),
    ]);
    await deliver(app, event);
    expect(new Set(answers)).toEqual(new Set([200]));
    expect(await progressOf(app.db, gift.campaignId)).toEqual({ count: 1, raised: 5_000, agrees: true });
    expect(await balancesOf(app.db, gift.campaignId)).toEqual({ 'stripe-balance': 5_000, fund: -5_000 });
  });

  test('has its own outcome among many concurrent charges to one campaign', async () => {
    const campaign = await aCampaign(app.db);
    const gifts = await Promise.all(
      Array.from({ length: 60 }, () => aPendingGift(app.db, { campaignId: campaign.id })),
    );
    const answers = await Promise.all(
      gifts.map(({ id }, i) =>
        deliver(app, anEventOf(app, 'charge.succeeded', aCharge(app, { giftId: i % 20 === 7 ? null : id }))),
      ),
    );
    expect(new Set(answers)).toEqual(new Set([200]));
    expect(await progressOf(app.db, campaign.id)).toEqual({ count: 57, raised: 57 * 5_000, agrees: true });
  });

  test('is unmatched and reported if the gift is already paid', async () => {
    const gift = await aPendingGift(app.db);
    await deliver(app, anEventOf(app, 'charge.succeeded', aCharge(app, { giftId: gift.id })));
    const again = aCharge(app, { giftId: gift.id });
    await deliver(app, anEventOf(app, 'charge.succeeded', again));
    await deliver(app, anEventOf(app, 'charge.succeeded', again));
    expect(await progressOf(app.db, gift.campaignId)).toEqual({ count: 1, raised: 5_000, agrees: true });
    const discrepancies = await app.db.query(
      'SELECT kind, found_minor::int AS found FROM fundraising.discrepancy WHERE about = $1',
      [`charge:${String(again['id'])}`],
    );
    expect(discrepancies).toEqual([{ kind: 'second-charge', found: 5_000 }]);
  });

  test('does not pay a gift with a different amount', async () => {
    const gift = await aPendingGift(app.db);
    await deliver(app, anEventOf(app, 'charge.succeeded', aCharge(app, { giftId: gift.id, amount: 4_999 })));
    expect(await giftFacts(app.db, gift.id)).toMatchObject({ status: 'pending', paid: false });
    const [discrepancy] = await app.db.query(
      `SELECT kind, expected_minor::int AS expected, found_minor::int AS found FROM fundraising.discrepancy WHERE gift_id = $1`,
      [gift.id],
    );
    expect(discrepancy).toEqual({ kind: 'charge-differs', expected: 5_000, found: 4_999 });
  });
});

describe('an event with an invalid signature', () => {
  const forgeEvent = async () => {
    const gift = await aPendingGift(app.db);
    return { gift, event: anEventOf(app, 'charge.succeeded', aCharge(app, { giftId: gift.id })) };
  };

  test.each<[string, (event: Record<string, unknown>) => Parameters<typeof deliver>[2]]>([
    ['a different secret', () => ({ secret: 'whsec_of_somebody_else' })],
    ['no signature', () => ({ signature: null })],
    ['an invalid signature', () => ({ signature: 'v1=00,t=now' })],
    [
      'a signature of different content',
      (event) => ({ signature: signatureOf(app, JSON.stringify({ ...event, id: 'evt_x' })) }),
    ],
    [
      'the same JSON with different formatting',
      (event) => ({
        signature: signatureOf(app, JSON.stringify(event)),
        body: JSON.stringify(event, null, 2),
      }),
    ],
    ['an expired signature', () => ({ at: seconds(-302) })],
    ['a signature from the future, which the SDK would accept', () => ({ at: seconds(302) })],
  ])('is rejected: %s', async (_, parts) => {
    const { gift, event } = await forgeEvent();
    const before = await countRows();
    expect(await deliver(app, event, parts(event))).toBe(400);
    expect(await countRows()).toEqual(before);
    expect((await giftFacts(app.db, gift.id)).paid).toBe(false);
  });

  test('control: is accepted with a valid signature up to five minutes early or late', async () => {
    for (const at of [-297, 297]) {
      const { gift, event } = await forgeEvent();
      expect(await deliver(app, event, { at: seconds(at) })).toBe(200);
      expect((await giftFacts(app.db, gift.id)).paid).toBe(true);
    }
  });
});

test('stores an unknown event type without its content and does not request it again', async () => {
  const event = anEventOf(app, 'something.new', { id: 'x_1', secret: 'what Stripe said' });
  expect(await deliver(app, event)).toBe(200);
  expect(await deliver(app, event)).toBe(200);
  expect(await outcomes()).toContainEqual({ type: 'something.new', outcome: 'unknown-type' });
  const [row] = await app.db.query<{ text: string }>(
    `SELECT e::text AS text FROM fundraising.stripe_event e WHERE id = $1`,
    [event['id']],
  );
  expect(row!.text).not.toContain('what Stripe said');
});
