import { JobQueue, type JobName } from '@upstander/platform';
import { aCampaign, aPage } from '@upstander/tests/support/factories.fundraising.js';
import { Finance, usd } from '@upstander/tests/support/finance.js';
import { progressOf } from '@upstander/tests/support/gifts.js';
import { raceAtLock } from '@upstander/tests/support/lock-races.js';
import { ledgerTable, removePadding } from '@upstander/tests/support/ledger-table.js';

// The evening of November 30 in Los Angeles.
const now = new Date('2026-12-01T02:00:00Z');
const fields = `id status method source name email anonymous intended { amountMinor } cover { amountMinor }
  charged { amountMinor } paidAt campaignId pageId inKindDescription`;
const record = `mutation ($input: RecordOfflineGiftInput!) { recordOfflineGift(input: $input) { ${fields} } }`;
const depositMutation = `mutation ($input: RecordDepositInput!) {
  recordDeposit(input: $input) { id amount { amountMinor } depositedOn reference recordedByName }
}`;

interface ShownGift {
  id: string;
  status: string;
  [field: string]: unknown;
}

let finance: Finance;
/** Jobs that were enqueued. The mock doesn't run them. */
const enqueuedJobs: JobName[] = [];
beforeAll(async () => {
  finance = await Finance.at(now);
  jest.spyOn(finance.app.nest.get(JobQueue), 'enqueue').mockImplementation((job) => void enqueuedJobs.push(job));
});
afterAll(() => finance.app.close());

const input = (parts: Record<string, unknown> = {}) => ({
  campaignId: finance.campaign.id,
  method: 'CASH',
  amount: usd(25),
  name: 'Ana Reyes',
  receivedOn: '2026-11-30',
  ...parts,
});
const ledgerText = async () => removePadding(await ledgerTable(finance.app.db));

test('books cash, checks and transfers immediately, each in its own account', async () => {
  const cash = await finance.does<ShownGift>(record, { input: input({ email: 'ana@example.org' }) });
  expect(cash).toMatchObject({
    status: 'PAID',
    method: 'CASH',
    source: 'OFFLINE',
    email: 'ana@example.org',
    intended: { amountMinor: 2500 },
    cover: { amountMinor: 0 },
    charged: { amountMinor: 2500 },
    // Noon of that day in Los Angeles.
    paidAt: '2026-11-30T20:00:00.000Z',
  });
  await finance.does(record, { input: input({ method: 'CHEQUE', amount: usd(100), reference: 'No. 4711' }) });
  await finance.does(record, { input: input({ method: 'BANK', amount: usd(7.5) }) });
  expect(await ledgerText()).toBe(
    removePadding(`
      bank             7.50
      offline-cash   125.00
      fund          -132.50
    `),
  );
  expect(await progressOf(finance.app.db, finance.campaign.id)).toEqual({ count: 3, raised: 13_250, agrees: true });
});

test('describes a gift in kind without a value and keeps it out of the ledger', async () => {
  const before = await ledgerText();
  const gift = await finance.does<ShownGift>(record, {
    input: input({ method: 'IN_KIND', amount: null, inKindDescription: 'Ten blankets' }),
  });
  expect(gift).toMatchObject({ method: 'IN_KIND', inKindDescription: 'Ten blankets', intended: { amountMinor: 0 } });
  expect(await ledgerText()).toBe(before);
  expect(await finance.faults(record, { input: input({ method: 'IN_KIND', inKindDescription: 'Blankets' }) })).toEqual({
    amount: 'not-for-a-gift-in-kind',
  });
});

test('records one gift per idempotency key and rejects different input', async () => {
  const duplicateInput = input({ amount: usd(11), idempotencyKey: 'cash-11' });
  const first = await finance.does<ShownGift>(record, { input: duplicateInput });
  expect((await finance.does<ShownGift>(record, { input: duplicateInput })).id).toBe(first.id);
  expect(await finance.refusal(record, { input: { ...duplicateInput, amount: usd(12) } })).toBe(
    'IDEMPOTENCY_KEY_REUSED',
  );
});

test('rejects a check that two people record', async () => {
  const cheque = input({ method: 'CHEQUE', amount: usd(40), reference: 'Wells 1001' });
  await finance.does(record, { input: cheque });
  const before = await ledgerText();
  expect(await finance.refusal(record, { input: { ...cheque, reference: ' wells  1001' } })).toBe(
    'GIFT_RECORDED_ALREADY',
  );
  expect(await ledgerText()).toBe(before);
});

test('enqueues receipts and matching for a new gift, but not for a duplicate', async () => {
  enqueuedJobs.length = 0;
  const cheque = input({ method: 'CHEQUE', amount: usd(30), reference: 'Wells 1002' });
  await finance.does(record, { input: cheque });
  expect(enqueuedJobs).toEqual(expect.arrayContaining(['issue-receipts', 'match-gifts', 'notify-gift-owners']));
  enqueuedJobs.length = 0;
  expect(await finance.refusal(record, { input: cheque })).toBe('GIFT_RECORDED_ALREADY');
  expect(enqueuedJobs).toEqual([]);
});

test.each([
  [{ receivedOn: '2026-12-01' }, { receivedOn: 'in-the-future' }],
  [{ receivedOn: '1889-01-01' }, { receivedOn: 'out-of-range' }],
  [{ amount: { amountMinor: 2500, currency: 'EUR' } }, { amount: 'other-currency' }],
  [{ amount: usd(0) }, { amount: 'not-positive' }],
  [{ amount: null }, { amount: 'required' }],
  [{ name: '  ' }, { name: 'required' }],
  [{ pageId: '00000000-0000-4000-8000-000000000000' }, { pageId: 'not-of-this-fundraiser' }],
])('rejects invalid fields: %j', async (parts, faults) => {
  expect(await finance.faults(record, { input: input(parts) })).toEqual(faults);
});

test('counts a gift for its page too', async () => {
  const page = await aPage(finance.app.db, { campaignId: finance.campaign.id });
  await finance.does(record, { input: input({ pageId: page.id, amount: usd(15) }) });
  expect(await progressOf(finance.app.db, page.id)).toEqual({ count: 1, raised: 1_500, agrees: true });
  expect((await progressOf(finance.app.db, finance.campaign.id)).agrees).toBe(true);
});

test("hides other chapters' fundraisers and rejects gifts to drafts", async () => {
  const other = await aCampaign(finance.app.db);
  expect(await finance.refusal(record, { input: input({ campaignId: other.id }) })).toBe('NOT_FOUND');
  const draft = await aCampaign(finance.app.db, { chapterId: finance.campaign.chapterId, status: 'draft' });
  expect(await finance.refusal(record, { input: input({ campaignId: draft.id }) })).toBe('CAMPAIGN_NOT_OPEN');
});

test('moves deposits from cash to the bank, up to the cash in hand', async () => {
  const [cashInHand] = await finance.does<Array<{ amountMinor: number }>>('{ cashInHand { amountMinor currency } }');
  const excessiveDeposit = {
    amount: { amountMinor: cashInHand!.amountMinor + 1, currency: 'USD' },
    depositedOn: '2026-11-30',
  };
  expect(await finance.refusal(depositMutation, { input: excessiveDeposit })).toBe('ABOVE_CASH_IN_HAND');
  // It is still November 30 in the organization's time zone.
  const tomorrow = { amount: usd(1), depositedOn: '2026-12-01' };
  expect(await finance.faults(depositMutation, { input: tomorrow })).toEqual({ depositedOn: 'in-the-future' });
  const depositInput = { amount: usd(100), depositedOn: '2026-11-30', reference: 'slip 3', idempotencyKey: 'slip-3' };
  const firstDeposit = await finance.does<{ id: string }>(depositMutation, { input: depositInput });
  expect((await finance.does<{ id: string }>(depositMutation, { input: depositInput })).id).toBe(firstDeposit.id);
  const [remainingCash] = await finance.does<Array<{ amountMinor: number }>>('{ cashInHand { amountMinor currency } }');
  expect(remainingCash!.amountMinor).toBe(cashInHand!.amountMinor - 10_000);
  const list = await finance.does<{ totalCount: number }>('{ deposits { totalCount edges { node { reference } } } }');
  expect(list.totalCount).toBe(1);
});

test('lets only one of several concurrent deposits empty the cash account', async () => {
  const [remainingCash] = await finance.does<Array<{ amountMinor: number }>>('{ cashInHand { amountMinor } }');
  const all = { amount: { amountMinor: remainingCash!.amountMinor, currency: 'USD' }, depositedOn: '2026-11-30' };
  const answers = await Promise.all([1, 2, 3].map(() => finance.refusal(depositMutation, { input: all })));
  expect(answers.sort()).toEqual(['ABOVE_CASH_IN_HAND', 'ABOVE_CASH_IN_HAND', null]);
  expect(await finance.does('{ cashInHand { amountMinor } }')).toEqual([]);
});

test('books a reference once under concurrency', async () => {
  const { app, campaign, person } = finance;
  const draft = (n: number) => ({
    id: `b0000000-0000-4000-8000-00000000000${n}`,
    campaign: campaign.id,
    name: 'Ana',
    anonymous: false,
    locale: 'en',
    method: 'cash',
    source: 'offline',
    currency: 'USD',
    intended: '500',
    externalRef: 'cash:the envelope',
    recordedBy: person.accountId,
    paidAt: now,
  });
  const settledDeposits = await raceAtLock<{ id: string }>(
    app.config.DATABASE_URL,
    { sql: 'SELECT FROM fundraising.campaign WHERE id = $1 FOR UPDATE', values: [campaign.id] },
    [1, 2, 3, 4].map((n) => ({
      sql: 'SELECT fundraising.book_offline_gifts($1, $2) AS id',
      values: [JSON.stringify([draft(n)]), now],
    })),
  );
  const deposits = settledDeposits.flatMap((one) => (one.status === 'fulfilled' ? one.value : [{ id: 'broken' }]));
  expect(deposits).toHaveLength(1);
  expect((await progressOf(app.db, campaign.id)).agrees).toBe(true);
});
