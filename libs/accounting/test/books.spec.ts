import { refusal, startApp, type TestApp } from '@upstander/tests/support/app.js';
import { aCampaign, aPaidGift } from '@upstander/tests/support/factories.fundraising.js';
import { refundGift } from '@upstander/tests/support/receipts.js';

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

describe('ledger accounts', () => {
  const query = `query($filter: LedgerAccountFilter) {
    ledgerAccounts(filter: $filter) { id kind ownerId ownerName currency normalSide postings balance { amountMinor currency } }
  }`;
  interface Answer {
    ledgerAccounts: Array<{
      id: string;
      kind: string;
      ownerName: string | null;
      normalSide: string;
      postings: number;
      balance: Amount;
    }>;
  }
  const accounts = async (filter: object, as: { cookie: string } = finance) =>
    (await app.graphql<Answer>(query, { filter }, as)).data.ledgerAccounts;

  test('are listed in chart order with balances on their normal side', async () => {
    const campaign = await aCampaign(app.db, { title: 'Beds' });
    await aPaidGift(app.db, { campaignId: campaign.id, coverMinor: 180 });
    const gift = await aPaidGift(app.db, { campaignId: campaign.id });
    await refundGift(app, gift.id, 1_000);
    const campaignAccounts = await accounts({ campaignId: campaign.id });
    expect(
      campaignAccounts.map(({ kind, normalSide, postings, balance }) => [
        kind,
        normalSide,
        postings,
        balance.amountMinor,
      ]),
    ).toEqual([
      ['FUND', 'CREDIT', 2, 10_000],
      ['FEE_COVER', 'CREDIT', 1, 180],
      ['PROCESSING_FEES', 'DEBIT', 2, 180 + 175],
      ['REFUNDED', 'DEBIT', 1, 1_000],
    ]);
    expect(new Set(campaignAccounts.map(({ ownerName }) => ownerName))).toEqual(new Set(['Beds']));
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

describe('ledger transactions', () => {
  const query = `query($filter: LedgerTransactionFilter, $first: Int, $after: String) {
    ledgerTransactions(filter: $filter, first: $first, after: $after) {
      totalCount pageInfo { hasNextPage endCursor }
      edges { node { id kind externalRef subjectId happenedAt balance { amountMinor currency }
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
          balance: Amount | null;
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

  test('are found by gift, campaign, account, kind, time and Stripe reference, page by page', async () => {
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

describe('the register of an account', () => {
  const query = `query($filter: LedgerTransactionFilter, $first: Int, $after: String) {
    ledgerTransactions(filter: $filter, first: $first, after: $after) {
      pageInfo { hasNextPage endCursor }
      edges { node { kind balance { amountMinor } postings { accountId debit { amountMinor } credit { amountMinor } } } }
    }
  }`;
  interface Register {
    ledgerTransactions: {
      pageInfo: { hasNextPage: boolean; endCursor: string };
      edges: Array<{
        node: {
          kind: string;
          balance: Amount | null;
          postings: Array<{ accountId: string; debit: Amount | null; credit: Amount | null }>;
        };
      }>;
    };
  }
  const ask = async (variables: object) =>
    (await app.graphql<Register>(query, { ...variables }, finance)).data.ledgerTransactions;
  const balances = ({ edges }: Register['ledgerTransactions']) => edges.map(({ node }) => node.balance?.amountMinor);

  test('shows the balance after each transaction, on every page and with every filter', async () => {
    const campaign = await aCampaign(app.db);
    for (const [day, amountMinor] of [
      ['01', 5_000],
      ['02', 2_500],
      ['03', 1_000],
    ] as const) {
      await aPaidGift(app.db, {
        campaignId: campaign.id,
        intendedMinor: amountMinor,
        feeMinor: 100,
        paidAt: new Date(`2026-05-${day}T10:00:00Z`),
      });
    }
    const { edges } = await ask({ filter: { campaignId: campaign.id, kind: ['charge'] } });
    expect(edges.map(({ node }) => node.balance)).toEqual([null, null, null]);
    // Funds have a credit balance, which is shown as a positive amount.
    const fund = edges[0]!.node.postings.find(({ credit }) => credit)!.accountId;
    expect(balances(await ask({ filter: { accountId: fund } }))).toEqual([8_500, 7_500, 5_000]);
    const first = await ask({ filter: { accountId: fund }, first: 1 });
    const second = await ask({ filter: { accountId: fund }, first: 1, after: first.pageInfo.endCursor });
    expect([balances(first), balances(second)]).toEqual([[8_500], [7_500]]);
    const old = { accountId: fund, to: '2026-05-02T00:00:00Z' };
    expect(balances(await ask({ filter: old }))).toEqual([5_000]);
    const gap = { accountId: fund, from: '2026-05-02T00:00:00Z', to: '2026-05-03T00:00:00Z' };
    expect(balances(await ask({ filter: gap }))).toEqual([7_500]);
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

  test("adds up each day, week or month in the campaign's time zone, including empty ones", async () => {
    const campaign = await aCampaign(app.db, { timeZone: 'America/Los_Angeles' });
    const at = { campaignId: campaign.id, feeMinor: 100 };
    await aPaidGift(app.db, { ...at, paidAt: new Date('2026-03-01T07:30:00Z') }); // 11:30 p.m. on February 28 in Los Angeles.
    await aPaidGift(app.db, { ...at, paidAt: new Date('2026-03-02T20:00:00Z'), coverMinor: 180 });
    const gift = await aPaidGift(app.db, { ...at, paidAt: new Date('2026-03-04T20:00:00Z') });
    app.clock.set('2026-03-04T22:00:00Z');
    await refundGift(app, gift.id, 2_000);
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

  test('rejects invalid periods and campaigns of other chapters', async () => {
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
