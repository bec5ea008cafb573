import { aMoneyDesk } from '../browser/support/money-desk.js';
import { startApp, type TestApp } from '../support/app.js';
import { aCampaign } from '../support/factories.fundraising.js';

/** Each list with amounts, how its rows express them, and filters to try. */
const lists: Record<string, { row: string; of: string; arguments?: string[] }> = {
  pledges: {
    row: 'amount { amountMinor currency }',
    of: 'amount',
    arguments: ['', 'status: [OPEN]', 'status: [KEPT]'],
  },
  recurringGifts: {
    row: 'intended { amountMinor currency }',
    of: 'intended',
    arguments: ['', 'filter: { status: [ACTIVE] }'],
  },
  disbursements: { row: 'amount { amountMinor currency }', of: 'amount' },
  disputes: { row: 'amount { amountMinor currency }', of: 'amount', arguments: ['', 'open: true', 'open: false'] },
  receipts: { row: 'amount { amountMinor currency }', of: 'amount' },
  payouts: { row: 'amount { amountMinor currency }', of: 'amount' },
  deposits: { row: 'amount { amountMinor currency }', of: 'amount' },
  manageCampaigns: { row: 'raised { amountMinor currency }', of: 'raised', arguments: ['', 'status: [LIVE]'] },
};

interface Sum {
  count: number;
  amount: { amountMinor: number; currency: string };
}
interface Answer {
  pageInfo: { hasNextPage: boolean; endCursor: string };
  edges: Array<{ node: Record<string, { amountMinor: number; currency: string } | null> }>;
  sums: Sum[] | null;
}

let app: TestApp;
let cookie: string;
beforeAll(async () => {
  app = await startApp();
  const { live } = await aMoneyDesk(app);
  ({ cookie } = await app.signedIn({ role: 'admin' }));
  const euros = await aCampaign(app.db, { currency: 'EUR', title: 'Refugio', now: app.clock.now() });
  for (const [campaignId, amount, status, currency] of [
    [live.id, 25_000, 'open', 'USD'],
    [live.id, 5_000, 'withdrawn', 'USD'],
    [euros.id, 70_000, 'open', 'EUR'],
  ] as const) {
    await app.db.query(
      `INSERT INTO fundraising.pledge (campaign_id, name, amount_minor, currency, status, recorded_by, recorded_at)
       SELECT $1, 'A bank', $2, $3, $4, id, $5 FROM identity.account LIMIT 1`,
      [campaignId, amount, currency, status, app.clock.now()],
    );
  }
  await app.db.query(
    `INSERT INTO fundraising.deposit (amount_minor, currency, deposited_on, recorded_by, recorded_at)
     SELECT n * 100, 'USD', '2026-11-01', a.id, $1 FROM generate_series(1, 5) n, (SELECT id FROM identity.account LIMIT 1) a`,
    [app.clock.now()],
  );
});
afterAll(() => app.close());

const ask = async (query: string, as = cookie): Promise<Answer> => {
  const { data, errors } = await app.graphql<Record<string, Answer>>(query, {}, { cookie: as });
  if (errors) throw new Error(JSON.stringify(errors));
  return Object.values(data)[0]!;
};

const cases = Object.entries(lists).flatMap(([name, list]) =>
  (list.arguments ?? ['']).map((how) => ({ name: how ? `${name} (${how})` : name, field: name, how, ...list })),
);
test.each(cases)('$name: the total equals the sum over all pages, on every page', async ({ field, how, row, of }) => {
  const rows: Array<{ amountMinor: number; currency: string }> = [];
  let after = '';
  let sums: Sum[] | null = [];
  for (let more = true; more;) {
    const page = await ask(
      `{ ${field}(first: 2 ${how} ${after}) { pageInfo { hasNextPage endCursor } edges { node { ${row} } }
         sums { count amount { amountMinor currency } } } }`,
    );
    if (after) expect(page.sums).toEqual(sums);
    sums = page.sums;
    rows.push(...page.edges.flatMap(({ node }) => node[of] ?? []));
    after = `after: "${page.pageInfo.endCursor}"`;
    more = page.pageInfo.hasNextPage;
  }
  const currencies = [...new Set(rows.map(({ currency }) => currency))].sort();
  expect(sums).toEqual(
    currencies.map((currency) => {
      const own = rows.filter((one) => one.currency === currency);
      const amountMinor = own.reduce((total, one) => total + Number(one.amountMinor), 0);
      return { count: own.length, amount: { amountMinor, currency } };
    }),
  );
});

test('leaves void receipts out of totals', async () => {
  const query = '{ receipts(first: 1, filter: { status: VOID }) { sums { count } } }';
  expect((await ask(query)).sums).toEqual([]);
});

test('hides the totals of other chapters from chapter staff', async () => {
  const elsewhere = await app.signedIn({ role: 'finance', chapterId: (await aCampaign(app.db)).chapterId });
  const query = '{ pledges(first: 1) { sums { count } pageInfo { endCursor } } }';
  expect((await ask(query, elsewhere.cookie)).sums).toEqual([]);
});

test('transactions total zero, and those of one account total its change', async () => {
  const sums = 'sums { count amount { amountMinor currency } }';
  expect((await ask(`{ ledgerTransactions(first: 1) { ${sums} } }`)).sums).toEqual([]);
  const [account] = await app.db.query<{ id: string; balance: string; n: number }>(
    `SELECT a.id, b.balance_minor AS balance, (SELECT count(*)::int FROM ledger.posting p WHERE p.account_id = a.id) AS n
     FROM ledger.account a JOIN ledger.balance b ON b.account_id = a.id WHERE b.balance_minor <> 0 LIMIT 1`,
  );
  const changed = await ask(`{ ledgerTransactions(first: 1, filter: { accountId: "${account!.id}" }) { ${sums} } }`);
  expect(changed.sums).toEqual([
    { count: account!.n, amount: { amountMinor: Number(account!.balance), currency: expect.any(String) as string } },
  ]);
});

test('omits the total above 100,000 rows and shows it again once filtered', async () => {
  await app.db.query(
    `INSERT INTO fundraising.pledge (campaign_id, name, amount_minor, currency, status, recorded_by, recorded_at)
     SELECT p.campaign_id, 'One of many', 100, p.currency, 'kept', p.recorded_by, p.recorded_at
     FROM (SELECT * FROM fundraising.pledge LIMIT 1) p, generate_series(1, 100001)`,
  );
  expect((await ask('{ pledges(first: 1) { sums { count } } }')).sums).toBeNull();
  expect((await ask('{ pledges(first: 1, status: [WITHDRAWN]) { sums { count } } }')).sums).toEqual([{ count: 1 }]);
  const { data } = await app.graphql<{ giftSums: unknown[] }>('{ giftSums { count } }', {}, { cookie });
  expect(data.giftSums).not.toBeNull();
});
