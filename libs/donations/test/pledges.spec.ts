import { aCampaign, aPaidGift } from '@upstander/tests/support/factories.fundraising.js';
import { Finance, usd } from '@upstander/tests/support/finance.js';
import { progressOf } from '@upstander/tests/support/gifts.js';

const now = new Date('2026-12-01T20:00:00Z');
const fields = `id status name amount { amountMinor } dueOn overdue giftId amountGiven { amountMinor } note`;
const record = `mutation ($input: RecordPledgeInput!) { recordPledge(input: $input) { ${fields} } }`;
const keepMutation = `mutation ($input: KeepPledgeInput!) { keepPledge(input: $input) { ${fields} } }`;
const withdraw = `mutation ($input: WithdrawPledgeInput!) { withdrawPledge(input: $input) { ${fields} } }`;
const list = `query ($campaignId: ID, $status: [PledgeStatus!], $first: Int, $after: String) {
  pledges(campaignId: $campaignId, status: $status, first: $first, after: $after) {
    totalCount pageInfo { endCursor hasNextPage } edges { node { ${fields} } }
  }
}`;
const recordGift = `mutation ($input: RecordOfflineGiftInput!) { recordOfflineGift(input: $input) { id } }`;

interface ShownPledge {
  id: string;
  status: string;
  [field: string]: unknown;
}
interface PledgeList {
  totalCount: number;
  pageInfo: { endCursor: string; hasNextPage: boolean };
  edges: Array<{ node: ShownPledge }>;
}

let finance: Finance;
beforeAll(async () => {
  finance = await Finance.at(now);
});
afterAll(() => finance.app.close());

const recordPledge = (parts: Record<string, unknown> = {}) =>
  finance.does<ShownPledge>(record, {
    input: { campaignId: finance.campaign.id, name: 'Harbor Bank', amount: usd(500), ...parts },
  });
const countTransactions = async () => (await finance.app.db.query('SELECT FROM ledger.transaction')).length;

test('does not count a pledge as income or post it to the ledger', async () => {
  expect(await recordPledge({ dueOn: '2026-12-24', note: 'By phone.' })).toMatchObject({
    status: 'OPEN',
    overdue: false,
    giftId: null,
    note: 'By phone.',
  });
  expect(await countTransactions()).toBe(0);
  expect(await progressOf(finance.app.db, finance.campaign.id)).toMatchObject({ count: 0, raised: 0 });
});

test("marks a pledge as overdue after its due date in the fundraiser's time zone", async () => {
  const pledge = await recordPledge({ dueOn: '2026-12-01' });
  const isOverdue = async () => {
    const openPledges = await finance.does<PledgeList>(list);
    return openPledges.edges.find(({ node }) => node.id === pledge.id)?.node['overdue'];
  };
  // December 1 ends at 08:00Z in Los Angeles.
  finance.app.clock.set(new Date('2026-12-02T07:59:00Z'));
  expect(await isOverdue()).toBe(false);
  finance.app.clock.set(new Date('2026-12-02T08:00:00Z'));
  expect(await isOverdue()).toBe(true);
  finance.app.clock.set(now);
});

test('marks a pledge as kept by the gift that pays it, and only counts the gift', async () => {
  const pledge = await recordPledge();
  const gift = await finance.does<{ id: string }>(recordGift, {
    input: {
      campaignId: finance.campaign.id,
      method: 'BANK',
      amount: usd(450),
      name: 'Harbor Bank',
      receivedOn: '2026-12-01',
      pledgeId: pledge.id,
    },
  });
  const keptPledges = await finance.does<PledgeList>(list, { status: ['KEPT'] });
  expect(keptPledges.edges.map(({ node }) => node)).toMatchObject([
    { id: pledge.id, giftId: gift.id, amount: { amountMinor: 50_000 }, amountGiven: { amountMinor: 45_000 } },
  ]);
  expect(await progressOf(finance.app.db, finance.campaign.id)).toMatchObject({ count: 1, raised: 45_000 });
});

test('lets a card gift keep one pledge but not two', async () => {
  const [first, second] = [await recordPledge(), await recordPledge()];
  const gift = await aPaidGift(finance.app.db, { campaignId: finance.campaign.id });
  expect(await finance.does(keepMutation, { input: { id: first.id, giftId: gift.id } })).toMatchObject({
    status: 'KEPT',
  });
  expect(await finance.refusal(keepMutation, { input: { id: second.id, giftId: gift.id } })).toBe('GIFT_KEEPS_ANOTHER');
  expect(await finance.refusal(keepMutation, { input: { id: first.id, giftId: gift.id } })).toBe('PLEDGE_NOT_OPEN');
  const foreignGift = await aPaidGift(finance.app.db);
  expect(await finance.refusal(keepMutation, { input: { id: second.id, giftId: foreignGift.id } })).toBe('NOT_FOUND');
});

test('rejects a gift for a pledge that was already kept', async () => {
  const pledge = await recordPledge();
  const input = {
    campaignId: finance.campaign.id,
    method: 'CASH',
    amount: usd(5),
    name: 'Ana',
    receivedOn: '2026-12-01',
    pledgeId: pledge.id,
  };
  await finance.does(recordGift, { input });
  const before = await progressOf(finance.app.db, finance.campaign.id);
  expect(await finance.refusal(recordGift, { input })).toBe('PLEDGE_NOT_OPEN');
  expect(await progressOf(finance.app.db, finance.campaign.id)).toEqual(before);
});

test('keeps a withdrawn pledge in the list but does not allow keeping it', async () => {
  const pledge = await recordPledge({ note: 'By phone.' });
  const input = { id: pledge.id, note: 'The bank has closed.' };
  const withdrawal = { status: 'WITHDRAWN', note: 'By phone.\nThe bank has closed.' };
  expect(await finance.does(withdraw, { input })).toMatchObject(withdrawal);
  expect(await finance.does(withdraw, { input })).toMatchObject(withdrawal);
  const gift = await aPaidGift(finance.app.db, { campaignId: finance.campaign.id });
  expect(await finance.refusal(keepMutation, { input: { id: pledge.id, giftId: gift.id } })).toBe('PLEDGE_NOT_OPEN');
});

test('lists pledges page by page without those of other chapters', async () => {
  const other = await Finance.of(finance.app);
  await other.does(record, { input: { campaignId: other.campaign.id, name: 'Ben', amount: usd(1) } });
  const seenIds: string[] = [];
  for (let after: string | null = null; ;) {
    const page: PledgeList = await finance.does<PledgeList>(list, { first: 3, after });
    seenIds.push(...page.edges.map(({ node }) => node.id));
    if (!page.pageInfo.hasNextPage) break;
    after = page.pageInfo.endCursor;
  }
  const all = await finance.does<PledgeList>(list, { first: 100 });
  expect(seenIds).toEqual(all.edges.map(({ node }) => node.id));
  expect((await other.does<PledgeList>(list)).totalCount).toBe(1);
  expect((await other.does<PledgeList>(list, { campaignId: finance.campaign.id })).totalCount).toBe(0);
});

test('hides pledges of other chapters', async () => {
  const pledge = await recordPledge();
  const other = await Finance.of(finance.app, { chapterId: (await aCampaign(finance.app.db)).chapterId });
  expect(await other.refusal(withdraw, { input: { id: pledge.id } })).toBe('NOT_FOUND');
});
