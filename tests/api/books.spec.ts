import { parse } from 'csv-parse/sync';
import { refusal, startApp, type TestApp } from '../support/app.js';
import { aCampaign, aPaidGift, postAll } from '../support/factories.fundraising.js';
import { giveBack } from '../support/receipts.js';

let app: TestApp;
let finance: { cookie: string };

beforeAll(async () => {
  app = await startApp();
  finance = await app.signedIn({ role: 'finance' });
});
afterAll(() => app.close());
beforeEach(() => app.clock.release());

interface Amount {
  amountMinor: number;
  currency: string;
}

describe('accounts', () => {
  const query = `query($filter: LedgerAccountFilter) {
    ledgerAccounts(filter: $filter) { id kind ownerId ownerName currency normal postings balance { amountMinor currency } }
  }`;
  interface Answer {
    ledgerAccounts: Array<{
      id: string;
      kind: string;
      ownerName: string | null;
      normal: string;
      postings: number;
      balance: Amount;
    }>;
  }
  const accounts = async (filter: object, as: { cookie: string } = finance) =>
    (await app.graphql<Answer>(query, { filter }, as)).data.ledgerAccounts;

  test('stand in the order of the chart, each with its balance on its normal side', async () => {
    const campaign = await aCampaign(app.db, { title: 'Beds' });
    await aPaidGift(app.db, { campaignId: campaign.id, coverMinor: 180 });
    const gift = await aPaidGift(app.db, { campaignId: campaign.id });
    await giveBack(app, gift.id, 1_000);
    const of = await accounts({ campaignId: campaign.id });
    expect(of.map(({ kind, normal, postings, balance }) => [kind, normal, postings, balance.amountMinor])).toEqual([
      ['FUND', 'CREDIT', 2, 10_000],
      ['FEE_COVER', 'CREDIT', 1, 180],
      ['PROCESSING_FEES', 'DEBIT', 2, 180 + 175],
      ['REFUNDED', 'DEBIT', 1, 1_000],
    ]);
    expect(new Set(of.map(({ ownerName }) => ownerName))).toEqual(new Set(['Beds']));
    expect((await accounts({ own: true })).map(({ kind }) => kind)).toContain('STRIPE_BALANCE');
    expect(await accounts({ own: true, campaignId: campaign.id })).toEqual([]);
    expect((await accounts({ kind: ['FUND'], campaignId: campaign.id })).map(({ kind }) => kind)).toEqual(['FUND']);
    expect(await accounts({ currency: 'JPY' })).toEqual([]);

    const here = await app.signedIn({ role: 'finance', chapterId: campaign.chapterId });
    expect((await accounts({}, here)).map(({ kind }) => kind)).toEqual([
      'FUND',
      'FEE_COVER',
      'PROCESSING_FEES',
      'REFUNDED',
    ]);
    const organizer = await app.signedIn({ role: 'organizer', chapterId: campaign.chapterId });
    expect(refusal(await app.graphql(query, {}, organizer))).toBe('NOT_ALLOWED');
  });
});

describe('transactions', () => {
  const query = `query($filter: LedgerTransactionFilter, $first: Int, $after: String) {
    ledgerTransactions(filter: $filter, first: $first, after: $after) {
      totalCount pageInfo { hasNextPage endCursor }
      edges { node { id kind externalRef subjectId happenedAt
        postings { accountId kind ownerName debit { amountMinor } credit { amountMinor } } } }
    }
  }`;
  interface Answer {
    ledgerTransactions: {
      totalCount: number;
      pageInfo: { hasNextPage: boolean; endCursor: string };
      edges: Array<{
        node: {
          id: string;
          kind: string;
          externalRef: string;
          postings: Array<{
            accountId: string;
            kind: string;
            ownerName: string | null;
            debit: Amount | null;
            credit: Amount | null;
          }>;
        };
      }>;
    };
  }
  const ask = async (filter: object, page: object = {}, as: { cookie: string } = finance) =>
    (await app.graphql<Answer>(query, { filter, ...page }, as)).data.ledgerTransactions;
  const refs = (answer: Answer['ledgerTransactions']) => answer.edges.map(({ node }) => node.externalRef);

  test('are found by gift, campaign, account, kind, time and what stands at Stripe, and read page by page', async () => {
    const campaign = await aCampaign(app.db, { title: 'Beds' });
    const gift = await aPaidGift(app.db, {
      campaignId: campaign.id,
      coverMinor: 180,
      paidAt: new Date('2026-03-01T10:00:00.123Z'),
    });
    const other = await aPaidGift(app.db, { campaignId: campaign.id, paidAt: new Date('2026-03-02T10:00:00.456Z') });
    const of = await ask({ subjectId: gift.id, kind: ['charge'] });
    expect(of.totalCount).toBe(1);
    expect(of.edges[0]!.node).toMatchObject({
      kind: 'charge',
      externalRef: `charge:${gift.chargeId}`,
      postings: [
        { kind: 'STRIPE_BALANCE', ownerName: null, debit: { amountMinor: 5_180 }, credit: null },
        { kind: 'FUND', ownerName: 'Beds', debit: null, credit: { amountMinor: 5_000 } },
        { kind: 'FEE_COVER', ownerName: 'Beds', debit: null, credit: { amountMinor: 180 } },
      ],
    });
    const everything = refs(await ask({ campaignId: campaign.id }));
    expect(everything).toHaveLength(4);
    expect(everything.slice(0, 2).join()).toContain(other.chargeId);
    const pages: string[] = [];
    let after: string | null = null;
    do {
      const page: Answer['ledgerTransactions'] = await ask({ campaignId: campaign.id }, { first: 3, after });
      pages.push(...refs(page));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after);
    expect(pages).toEqual(everything);

    const fund = of.edges[0]!.node.postings[1]!.accountId;
    expect(refs(await ask({ accountId: fund })).sort()).toEqual(
      [`charge:${gift.chargeId}`, `charge:${other.chargeId}`].sort(),
    );
    for (const text of [gift.chargeId!, `charge:${gift.chargeId}`, gift.chargeId!.slice(0, 12)]) {
      expect(refs(await ask({ text }))).toEqual([`charge:${gift.chargeId}`]);
    }
    expect(await ask({ text: 'nothing-like-it' })).toMatchObject({ totalCount: 0, edges: [] });
    const march = { campaignId: campaign.id, from: '2026-03-02T00:00:00Z', to: '2026-03-03T00:00:00Z' };
    expect((await ask(march)).totalCount).toBe(2);
    expect(await ask({ accountId: 'nonsense' })).toMatchObject({ totalCount: 0 });

    const here = await app.signedIn({ role: 'finance', chapterId: campaign.chapterId });
    expect(refs(await ask({}, {}, here)).sort()).toEqual([...everything].sort());
    const elsewhere = await app.signedIn({ role: 'finance', chapterId: (await aCampaign(app.db)).chapterId });
    expect(await ask({ subjectId: gift.id }, {}, elsewhere)).toMatchObject({ totalCount: 0, edges: [] });
  });
});

describe('money over time', () => {
  const query = `query($campaignId: ID, $unit: TimeUnit!, $from: LocalDate!, $to: LocalDate!, $currency: String) {
    moneyOverTime(campaignId: $campaignId, unit: $unit, from: $from, to: $to, currency: $currency) {
      start count gifts { amountMinor currency } refunds { amountMinor } fees { amountMinor } net { amountMinor }
    }
  }`;
  interface Answer {
    moneyOverTime: Array<{ start: string; count: number; gifts: Amount; refunds: Amount; fees: Amount; net: Amount }>;
  }
  const ask = (variables: object, as: { cookie: string } = finance) => app.graphql<Answer>(query, { ...variables }, as);

  test('adds up each day, week or month by the calendar of the campaign, the empty ones too', async () => {
    const campaign = await aCampaign(app.db, { timeZone: 'America/Los_Angeles' });
    const at = { campaignId: campaign.id, feeMinor: 100 };
    await aPaidGift(app.db, { ...at, paidAt: new Date('2026-03-01T07:30:00Z') }); // 28 February, 23:30 there.
    await aPaidGift(app.db, { ...at, paidAt: new Date('2026-03-02T20:00:00Z'), coverMinor: 180 });
    const gift = await aPaidGift(app.db, { ...at, paidAt: new Date('2026-03-04T20:00:00Z') });
    app.clock.set('2026-03-04T22:00:00Z');
    await giveBack(app, gift.id, 2_000);
    const figures = async (unit: string, from: string, to: string) =>
      (await ask({ campaignId: campaign.id, unit, from, to })).data.moneyOverTime.map((point) => [
        point.start,
        point.count,
        ...[point.gifts, point.refunds, point.fees, point.net].map(({ amountMinor }) => amountMinor),
      ]);
    expect(await figures('DAY', '2026-02-28', '2026-03-04')).toEqual([
      ['2026-02-28', 1, 5_000, 0, 100, 4_900],
      ['2026-03-01', 0, 0, 0, 0, 0],
      ['2026-03-02', 1, 5_180, 0, 100, 5_080],
      ['2026-03-03', 0, 0, 0, 0, 0],
      ['2026-03-04', 1, 5_000, 2_000, 100, 2_900],
    ]);
    expect(await figures('WEEK', '2026-02-28', '2026-03-04')).toEqual([
      ['2026-02-23', 1, 5_000, 0, 100, 4_900],
      ['2026-03-02', 2, 10_180, 2_000, 200, 7_980],
    ]);
    expect(await figures('MONTH', '2026-02-01', '2026-03-31')).toEqual([
      ['2026-02-01', 1, 5_000, 0, 100, 4_900],
      ['2026-03-01', 2, 10_180, 2_000, 200, 7_980],
    ]);
  });

  test('is asked for a span that can be drawn, and by those whose campaign it is', async () => {
    const campaign = await aCampaign(app.db, { currency: 'EUR' });
    const day = { unit: 'DAY', from: '2026-01-01', to: '2026-01-01' };
    const { data } = await ask({ campaignId: campaign.id, ...day });
    expect(data.moneyOverTime).toMatchObject([{ gifts: { amountMinor: 0, currency: 'EUR' } }]);
    expect((await ask({ ...day })).data.moneyOverTime[0]!.gifts.currency).toBe('USD');
    expect((await ask({ ...day, currency: 'MXN' })).data.moneyOverTime[0]!.gifts.currency).toBe('MXN');
    expect(refusal(await ask({ ...day, currency: 'money' }))).toBe('BAD_INPUT');
    expect(refusal(await ask({ ...day, to: '2025-12-31' }))).toBe('BAD_INPUT');
    expect(refusal(await ask({ ...day, to: '2036-01-01' }))).toBe('BAD_INPUT');
    const elsewhere = await app.signedIn({ role: 'finance', chapterId: (await aCampaign(app.db)).chapterId });
    expect(refusal(await ask({ campaignId: campaign.id, ...day }, elsewhere))).toBe('NOT_FOUND');
  });
});

describe('files', () => {
  const fetched = (path: string, as?: { cookie: string }) =>
    fetch(app.url + path, { headers: as ? { cookie: as.cookie, 'sec-fetch-site': 'same-origin' } : {} });
  const rows = async (path: string, as: { cookie: string } = finance): Promise<Array<Record<string, string>>> =>
    parse(await (await fetched(path, as)).text(), { columns: true });

  test('the ledger, a line for each posting, in plain decimals', async () => {
    const yen = await aCampaign(app.db, { title: '=HYPERLINK("http://evil.example")', currency: 'JPY' });
    const gift = await aPaidGift(app.db, {
      campaignId: yen.id,
      intendedMinor: 5_000,
      feeMinor: null,
      paidAt: new Date('2026-04-01T00:00:00Z'),
    });
    const usd = await aPaidGift(app.db, {
      intendedMinor: 5_005,
      feeMinor: 176,
      paidAt: new Date('2026-04-02T00:00:00Z'),
    });
    const response = await fetched(`/exports/ledger.csv?campaign=${yen.id}`, finance);
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="ledger.csv"');
    const [cash, fund, ...more] = await rows(`/exports/ledger.csv?campaign=${yen.id}`);
    expect(more).toEqual([]);
    expect(cash).toMatchObject({ account: 'stripe-balance', currency: 'JPY', debit: '5000', credit: '', owner: '' });
    expect(fund).toMatchObject({
      happened_at: '2026-04-01T00:00:00Z',
      kind: 'charge',
      reference: `charge:${gift.chargeId}`,
      account: 'fund',
      owner: `'=HYPERLINK("http://evil.example")`,
      debit: '',
      credit: '5000',
    });
    const april = await rows('/exports/ledger.csv?from=2026-04-02&to=2026-04-02');
    expect(april.map(({ account, debit, credit }) => [account, debit, credit]).sort()).toEqual([
      ['fund', '', '50.05'],
      ['processing-fees', '1.76', ''],
      ['stripe-balance', '', '1.76'],
      ['stripe-balance', '50.05', ''],
    ]);
    expect(april[0]!['subject']).toBe(usd.id);
  });

  test('gifts, without who wanted to be nobody, and no cell is a formula', async () => {
    const campaign = await aCampaign(app.db);
    const names = ['=cmd|calc', '+1', '-1', '@sum', '\tx', 'Ana, "Nana"', "O'Brien"];
    for (const name of names) await aPaidGift(app.db, { campaignId: campaign.id, name });
    const hidden = await aPaidGift(app.db, {
      campaignId: campaign.id,
      name: 'Zoe Quiet',
      email: 'zoe@quiet.example',
      anonymous: true,
    });
    const path = `/exports/gifts.csv?campaign=${campaign.id}`;
    const file = await (await fetched(path, finance)).text();
    expect(file).not.toMatch(/zoe|quiet/i);
    const read = await rows(path);
    expect(read.map(({ name }) => name).sort()).toEqual(
      ["'=cmd|calc", "'+1", "'-1", "'@sum", "'\tx", 'Ana, "Nana"', "O'Brien", ''].sort(),
    );
    expect(read.find(({ gift }) => gift === hidden.id)).toMatchObject({
      anonymous: 't',
      name: '',
      email: '',
      charged: '50.00',
    });
    expect(await rows(`${path}&from=2001-01-01&to=2001-12-31`)).toEqual([]);
    expect((await fetched(`${path}&from=yesterday`, finance)).status).toBe(400);
    expect((await fetched(`/exports/gifts.csv?campaign=${encodeURIComponent("' OR true --")}`, finance)).status).toBe(
      400,
    );
  });

  test('are for finance, each in its own chapters', async () => {
    const campaign = await aCampaign(app.db);
    await aPaidGift(app.db, { campaignId: campaign.id });
    const here = await app.signedIn({ role: 'finance', chapterId: campaign.chapterId });
    expect(await rows('/exports/gifts.csv', here)).toHaveLength(1);
    expect(await rows('/exports/ledger.csv', here)).toHaveLength(4);
    const elsewhere = await app.signedIn({ role: 'finance', chapterId: (await aCampaign(app.db)).chapterId });
    expect(await rows('/exports/gifts.csv', elsewhere)).toEqual([]);
    expect(await rows('/exports/ledger.csv', elsewhere)).toEqual([]);
    for (const file of ['ledger', 'gifts']) {
      expect((await fetched(`/exports/${file}.csv`)).status).toBe(401);
      expect((await fetched(`/exports/${file}.csv`, await app.signedIn({ role: 'organizer' }))).status).toBe(403);
    }
  });

  test('a reader that goes away leaves no connection behind', async () => {
    await postAll(
      app.db,
      new Date(),
      Array.from({ length: 20_000 }, (_, i) => ({
        kind: 'test',
        ref: `test:${i}`,
        subject: null,
        postings: [
          { kind: 'bank', owner: null, currency: 'USD', amount: 1 },
          { kind: 'offline-cash', owner: null, currency: 'USD', amount: -1 },
        ],
      })),
    );
    const idle = () => app.db.pool.totalCount - app.db.pool.idleCount;
    for (let i = 0; i < 12; i += 1) {
      const gone = new AbortController();
      const response = await fetch(`${app.url}/exports/ledger.csv`, {
        headers: { cookie: finance.cookie, 'sec-fetch-site': 'same-origin' },
        signal: gone.signal,
      });
      await response.body!.getReader().read();
      gone.abort();
    }
    // More than the pool has connections went away: the next one is still served.
    expect((await rows('/exports/ledger.csv')).length).toBeGreaterThan(40_000);
    expect(idle()).toBe(0);
  });
});
