import { aCampaign, aPaidGift } from '@upstander/tests/support/factories.fundraising.js';
import { Finance, usd } from '@upstander/tests/support/finance.js';

const now = new Date('2026-12-01T20:00:00Z');
const hour = 3_600_000;
const at = (hours: number) => new Date(now.valueOf() + hours * hour);
const fields = `id status sponsorName sponsorHidden ratioPercent cap { amountMinor } perGiftCap { amountMinor }
  matched { amountMinor } remaining { amountMinor } endsAt closedAt timeZone`;
const create = `mutation ($input: CreateMatchingPoolInput!) { createMatchingPool(input: $input) { ${fields} } }`;
const update = `mutation ($input: UpdateMatchingPoolInput!) { updateMatchingPool(input: $input) { ${fields} } }`;
const close = `mutation ($input: CloseMatchingPoolInput!) { closeMatchingPool(input: $input) { ${fields} } }`;
const publicQuery = `query ($slug: String!) { campaign(slug: $slug) { matching { sponsorName remaining { amountMinor } } } }`;

interface ShownPool {
  id: string;
  status: string;
  matched: { amountMinor: number };
  [field: string]: unknown;
}

let finance: Finance;
beforeAll(async () => {
  finance = await Finance.at(now);
});
afterAll(() => finance.app.close());

const input = (parts: Record<string, unknown> = {}) => ({
  campaignId: finance.campaign.id,
  sponsorName: 'Harbor Bank',
  ratioPercent: 50,
  cap: usd(100),
  startsAt: now,
  endsAt: at(10),
  ...parts,
});
const createPool = (parts?: Record<string, unknown>) => finance.does<ShownPool>(create, { input: input(parts) });
const giveAt = (intendedMinor: number, paidAt: Date) =>
  aPaidGift(finance.app.db, { campaignId: finance.campaign.id, intendedMinor, paidAt });
const match = () => finance.app.runJob('match-gifts');
const readPool = async (id: string) =>
  (await finance.does<ShownPool[]>(`{ matchingPools { ${fields} } }`)).find((one) => one.id === id)!;

test.each([
  [{ ratioPercent: 0 }, { ratioPercent: 'out-of-range' }],
  [{ ratioPercent: 1001 }, { ratioPercent: 'out-of-range' }],
  [{ cap: usd(0) }, { cap: 'not-positive' }],
  [{ cap: { amountMinor: 100, currency: 'EUR' } }, { cap: 'other-currency' }],
  [{ perGiftCap: usd(101) }, { perGiftCap: 'above-the-cap' }],
  [{ endsAt: now }, { endsAt: 'not-after-start' }],
  [{ startsAt: at(-20), endsAt: at(-10) }, { endsAt: 'in-the-past' }],
  [{ sponsorName: '' }, { sponsorName: 'required' }],
])('rejects invalid terms: %j', async (parts, faults) => {
  expect(await finance.faults(create, { input: input(parts) })).toEqual(faults);
});

test('creates one pool per idempotency key', async () => {
  const duplicateInput = input({ idempotencyKey: 'harbor', startsAt: at(20), endsAt: at(30) });
  const first = await finance.does<ShownPool>(create, { input: duplicateInput });
  expect((await finance.does<ShownPool>(create, { input: duplicateInput })).id).toBe(first.id);
  // Its dates are in the fundraiser's time zone.
  expect(first).toMatchObject({ status: 'UPCOMING', timeZone: 'America/Los_Angeles' });
});

test('rounds a match of half a gift down to the cent', async () => {
  const { id } = await createPool();
  await giveAt(333, at(1));
  await match();
  expect((await readPool(id)).matched).toEqual({ amountMinor: 166 });
  await finance.does(close, { input: { id } });
});

test("shows or hides the sponsor's name publicly", async () => {
  const { id } = await createPool({ sponsorHidden: true });
  const ask = () => finance.asks<{ matching: unknown[] }>(publicQuery, { slug: finance.campaign.slug });
  expect((await ask()).data['campaign']!.matching).toMatchObject([{ sponsorName: null }]);
  await finance.does(update, { input: { id, sponsorHidden: false } });
  expect((await ask()).data['campaign']!.matching).toMatchObject([{ sponsorName: 'Harbor Bank' }]);
  await finance.does(close, { input: { id } });
  expect((await ask()).data['campaign']!.matching).toEqual([]);
});

test('locks the rule once gifts are matched; the cap can change down to the matched amount', async () => {
  const { id } = await createPool({ startsAt: at(2), endsAt: at(4) });
  finance.app.clock.set(at(3));
  await giveAt(10_000, at(2.5));
  await match();
  expect((await readPool(id)).matched).toEqual({ amountMinor: 5_000 });
  expect(await finance.refusal(update, { input: { id, ratioPercent: 100 } })).toBe('POOL_IN_USE');
  expect(await finance.refusal(update, { input: { id, perGiftCap: usd(10) } })).toBe('POOL_IN_USE');
  expect(await finance.refusal(update, { input: { id, startsAt: at(1) } })).toBe('POOL_IN_USE');
  expect(await finance.refusal(update, { input: { id, cap: usd(49.99) } })).toBe('CAP_BELOW_MATCHED');
  expect(await finance.faults(update, { input: { id, endsAt: at(2.9) } })).toEqual({ endsAt: 'in-the-past' });
  expect(await finance.does(update, { input: { id, cap: usd(50) } })).toMatchObject({
    status: 'USED_UP',
    remaining: { amountMinor: 0 },
  });
  await giveAt(10_000, at(2.6));
  await match();
  expect((await readPool(id)).matched).toEqual({ amountMinor: 5_000 });
  // A higher cap also completes the match that was cut short.
  await finance.does(update, { input: { id, cap: usd(80) } });
  await match();
  expect((await readPool(id)).matched).toEqual({ amountMinor: 8_000 });
  finance.app.clock.set(now);
});

test('matches gifts paid before a pool was closed, even if they are reported later', async () => {
  const { id } = await createPool({ startsAt: at(5), endsAt: at(9) });
  finance.app.clock.set(at(6));
  await finance.does(close, { input: { id } });
  expect(await finance.refusal(update, { input: { id, cap: usd(500) } })).toBe('POOL_CLOSED');
  await giveAt(1_000, at(5.5));
  await giveAt(1_000, at(6.5));
  await match();
  expect(await readPool(id)).toMatchObject({ status: 'CLOSED', matched: { amountMinor: 500 } });
  finance.app.clock.set(now);
});

test('matches a gift by two sponsors at the same time', async () => {
  const other = await Finance.of(finance.app);
  for (const ratioPercent of [100, 200]) {
    const poolInput = { campaignId: other.campaign.id, ratioPercent, cap: usd(1000) };
    await other.does(create, { input: input(poolInput) });
  }
  await aPaidGift(finance.app.db, { campaignId: other.campaign.id, intendedMinor: 1_000, paidAt: at(1) });
  await match();
  const pools = await other.does<ShownPool[]>(`{ matchingPools { ${fields} } }`);
  expect(pools.map(({ matched: matchedAmount }) => matchedAmount.amountMinor).sort()).toEqual([1_000, 2_000]);
});

test('does not match unpaid or canceled gifts', async () => {
  const other = await Finance.of(finance.app);
  const { id } = await other.does<ShownPool>(create, { input: input({ campaignId: other.campaign.id }) });
  const gift = await aPaidGift(finance.app.db, { campaignId: other.campaign.id, intendedMinor: 1_000, paidAt: at(1) });
  await finance.app.db.query(`UPDATE fundraising.gift SET status = 'cancelled' WHERE id = $1`, [gift.id]);
  await match();
  const [foreignPool] = await other.does<ShownPool[]>(`{ matchingPools { ${fields} } }`);
  expect(foreignPool).toMatchObject({ id, matched: { amountMinor: 0 } });
});

test("hides other chapters' pools; organizers have read access", async () => {
  const { id } = await createPool({ startsAt: at(40), endsAt: at(50) });
  const stranger = await Finance.of(finance.app, { chapterId: (await aCampaign(finance.app.db)).chapterId });
  expect(await stranger.refusal(close, { input: { id } })).toBe('NOT_FOUND');
  const organizer = await finance.app.signedIn({ role: 'organizer', chapterId: finance.campaign.chapterId });
  const visiblePools = await finance.app.graphql<{ matchingPools: unknown[] }>(
    '{ matchingPools { id } }',
    {},
    organizer,
  );
  expect(visiblePools.data.matchingPools).toContainEqual({ id });
  const closeAnswer = await finance.app.graphql(close, { input: { id } }, organizer);
  expect(closeAnswer.errors?.[0]?.extensions.code).toBe('NOT_ALLOWED');
});

test("shows a match and its reduction after a refund in the gift's timeline", async () => {
  const { id } = await createPool({
    sponsorName: 'Bay Foundation',
    startsAt: at(75),
    endsAt: at(90),
    ratioPercent: 100,
  });
  const gift = await giveAt(1_000, at(80));
  finance.app.clock.set(at(81));
  await match();
  await finance.app.db.query(
    `UPDATE fundraising.gift SET refunded_minor = 500, refunded_intended_minor = 500
     WHERE id = $1`,
    [gift.id],
  );
  await finance.app.db.query('UPDATE fundraising.matching_pool SET seen = NULL WHERE id = $1', [id]);
  finance.app.clock.set(at(82));
  await match();
  const { timeline, matches } = await finance.does<{ timeline: Array<{ kind: string }>; matches: unknown[] }>(
    `query ($id: ID!) { manageGift(id: $id) {
      timeline { at kind note amount { amountMinor } } matches { amount { amountMinor } } } }`,
    { id: gift.id },
  );
  expect(timeline.filter(({ kind }) => kind.startsWith('MATCH'))).toEqual([
    { at: at(81).toISOString(), kind: 'MATCHED', note: 'Bay Foundation', amount: { amountMinor: 1_000 } },
    { at: at(82).toISOString(), kind: 'MATCH_REDUCED', note: 'Bay Foundation', amount: { amountMinor: -500 } },
  ]);
  expect(matches).toEqual([{ amount: { amountMinor: 500 } }]);
});
