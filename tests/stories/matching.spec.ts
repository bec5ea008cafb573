import { PoolReads } from '@upstander/donations';
import { aPaidGift } from '../support/factories.fundraising.js';
import { Finance, usd } from '../support/finance.js';
import { aRefund } from '../support/refund-rows.js';
import { ledgerTable, removePadding } from '../support/ledger-table.js';

const now = new Date('2026-12-01T20:00:00Z');
const pool = `id status sponsorName matched { amountMinor } remaining { amountMinor } received { amountMinor }
  outstanding { amountMinor } giftCount`;
const create = `mutation ($input: CreateMatchingPoolInput!) { createMatchingPool(input: $input) { ${pool} } }`;
const pay = `mutation ($input: RecordSponsorPaymentInput!) { recordSponsorPayment(input: $input) { ${pool} } }`;

interface ShownPool {
  id: string;
  status: string;
  matched: { amountMinor: number };
  remaining: { amountMinor: number };
  received: { amountMinor: number };
  outstanding: { amountMinor: number };
  giftCount: number;
}

let finance: Finance;
let poolId: string;
beforeAll(async () => {
  finance = await Finance.at(now);
});
afterAll(() => finance.app.close());

const at = (minutes: number) => new Date(now.valueOf() + minutes * 60_000);
const give = (intendedMinor: number, minutes: number) =>
  aPaidGift(finance.app.db, {
    campaignId: finance.campaign.id,
    intendedMinor,
    feeMinor: null,
    paidAt: at(minutes),
  });
const match = () => finance.app.runJob('match-gifts');
const books = async () => removePadding(await ledgerTable(finance.app.db));
const loadPool = async () => {
  const [found] = await finance.does<ShownPool[]>(`{ matchingPools { ${pool} } }`);
  return found!;
};
const matchesOf = (gifts: ReadonlyArray<{ id: string }>) =>
  Promise.all(
    gifts.map(async ({ id }) => {
      const [row] = await finance.app.db.query<{ amount: number }>(
        'SELECT coalesce(sum(amount_minor), 0)::int AS amount FROM fundraising.match WHERE gift_id = $1',
        [id],
      );
      return row!.amount;
    }),
  );

const gifts: Array<{ id: string }> = [];

test('a sponsor pledges to double gifts up to $100, at most $50 each, and stays anonymous', async () => {
  const made = await finance.does<ShownPool>(create, {
    input: {
      campaignId: finance.campaign.id,
      sponsorName: 'Harbor Bank',
      sponsorHidden: true,
      ratioPercent: 100,
      cap: usd(100),
      perGiftCap: usd(50),
      startsAt: now,
      endsAt: at(600),
    },
  });
  poolId = made.id;
  expect(made).toMatchObject({ status: 'OPEN', matched: { amountMinor: 0 }, remaining: { amountMinor: 10_000 } });
});

test('$30 is doubled fully, and of $80 only $50', async () => {
  gifts.push(await give(3_000, 10), await give(8_000, 20));
  await match();
  expect(await matchesOf(gifts)).toEqual([3_000, 5_000]);
  expect(await books()).toBe(
    removePadding(`
      stripe-balance        110.00
      matching-receivable    80.00
      fund                 -110.00
      matched-promised      -80.00
    `),
  );
});

test('the next $40 gets the last $20, and the one after it nothing', async () => {
  gifts.push(await give(4_000, 30), await give(2_000, 40));
  await match();
  expect(await matchesOf(gifts)).toEqual([3_000, 5_000, 2_000, 0]);
  expect(await loadPool()).toMatchObject({ status: 'USED_UP', remaining: { amountMinor: 0 }, giftCount: 3 });
  expect(await books()).toBe(
    removePadding(`
      stripe-balance        170.00
      matching-receivable   100.00
      fund                 -170.00
      matched-promised     -100.00
    `),
  );
});

test('matching twice changes nothing', async () => {
  const before = await finance.app.db.query('SELECT count(*)::int AS n FROM ledger.transaction');
  await match();
  await finance.app.db.query('UPDATE fundraising.matching_pool SET seen = NULL');
  await match();
  expect(await finance.app.db.query('SELECT count(*)::int AS n FROM ledger.transaction')).toEqual(before);
});

test('a refund releases its match to underfunded gifts in order of payment', async () => {
  await aRefund(finance.app.db, gifts[0]!.id, 3_000, at(50));
  await match();
  expect(await matchesOf(gifts)).toEqual([0, 5_000, 4_000, 1_000]);
  expect(await loadPool()).toMatchObject({ matched: { amountMinor: 10_000 }, remaining: { amountMinor: 0 } });
  expect(await books()).toBe(
    removePadding(`
      stripe-balance        140.00
      matching-receivable   100.00
      fund                 -170.00
      matched-promised     -100.00
      refunded               30.00
    `),
  );
});

test('a late-reported payment takes its place in that order', async () => {
  // Paid between the first and the second gift. Its match is taken from the last ones, because payment order counts.
  gifts.push(await give(1_500, 15));
  await match();
  expect(await matchesOf(gifts)).toEqual([0, 5_000, 3_500, 0, 1_500]);
});

test("the sponsor's payments cannot exceed the matched amount", async () => {
  const input = { poolId, amount: usd(100.01), receivedOn: '2026-12-01', reference: 'wire 17' };
  expect(await finance.refusal(pay, { input })).toBe('ABOVE_MATCHED');
  const paid = { ...input, amount: usd(60), idempotencyKey: 'sponsor-1' };
  await finance.does(pay, { input: paid });
  expect(await finance.does(pay, { input: paid })).toMatchObject({
    received: { amountMinor: 6_000 },
    outstanding: { amountMinor: 4_000 },
  });
  expect(await books()).toBe(
    removePadding(`
      stripe-balance        155.00
      bank                   60.00
      matching-receivable    40.00
      fund                 -185.00
      matched-promised      -40.00
      matched-received      -60.00
      refunded               30.00
    `),
  );
});

test("the public sees the rule and the rest, and never an anonymous sponsor's name", async () => {
  const [open] = (await finance.app.nest.get(PoolReads).publicOf([finance.campaign.id])).get(finance.campaign.id)!;
  expect(open).toMatchObject({ sponsorName: null, ratioPercent: 100, remaining: { amountMinor: 0n } });
  expect(
    JSON.stringify(open, (_, value: unknown) => (typeof value === 'bigint' ? Number(value) : value)),
  ).not.toContain('Harbor');
});

test('gifts paid after the end are not matched, and earlier ones still are', async () => {
  finance.app.clock.set(at(700));
  await finance.app.db.query('UPDATE fundraising.matching_pool SET cap_minor = 20000');
  gifts.push(await give(9_900, 601), await give(1_000, 599));
  await match();
  expect((await matchesOf(gifts)).slice(-2)).toEqual([0, 1_000]);
  expect(await loadPool()).toMatchObject({ status: 'ENDED' });
});
