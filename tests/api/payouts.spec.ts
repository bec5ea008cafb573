import { refusal, type TestApp } from '../support/app.js';
import { aCampaign } from '../support/factories.fundraising.js';
import { give } from '../support/giving.js';
import { aTreasurer, refund, type Staff } from '../support/money-people.js';
import { days } from '../support/movable-clock.js';
import { startAppWithStripe, type SandboxHandle } from '../support/stripe.js';

let app: TestApp;
let stripe: SandboxHandle;
let close: () => Promise<void>;
let fay: Staff;
beforeAll(async () => {
  ({ app, stripe, close } = await startAppWithStripe());
  fay = await aTreasurer(app);
});
afterAll(() => close());

interface Shown {
  id: string;
  amount: { amountMinor: number };
  transactionsNet: { amountMinor: number } | null;
  transactionCount: number | null;
  difference: { amountMinor: number } | null;
  bankAmount: { amountMinor: number } | null;
  bankConfirmedBy: string | null;
  status: string;
  transactions: Array<{ type: string; net: { amountMinor: number }; giftId: string | null }>;
}

const fields = `id amount { amountMinor } transactionsNet { amountMinor } transactionCount difference { amountMinor }
  bankAmount { amountMinor } bankConfirmedBy status transactions { type net { amountMinor } giftId }`;

async function shown(stripeId: string): Promise<Shown> {
  const [row] = await app.db.query<{ id: string }>('SELECT id FROM fundraising.payout WHERE stripe_payout_id = $1', [
    stripeId,
  ]);
  const { data, errors } = await app.graphql<{ payout: Shown }>(
    `query ($id: ID!) { payout(id: $id) { ${fields} } }`,
    row,
    fay,
  );
  if (!data) throw new Error(JSON.stringify({ row, errors }));
  return data.payout;
}

const confirm = (id: string, amountMinor: number, who: Staff = fay) =>
  app.graphql<{ confirmPayout: Shown }>(
    `mutation ($input: ConfirmPayoutInput!) { confirmPayout(input: $input) { ${fields} } }`,
    { input: { id, bankAmount: { amountMinor, currency: 'USD' }, seenOn: '2026-12-04' } },
    who,
  );

const openDifferences = (about: string) =>
  app.db.query<{ kind: string }>(
    'SELECT kind FROM fundraising.difference WHERE about = $1 AND settled_at IS NULL ORDER BY kind',
    [about],
  );

const atStripe = async () =>
  (
    await app.db.query<{ balance: number }>(
      `SELECT b.balance_minor::int AS balance FROM ledger.account a JOIN ledger.balance b ON b.account_id = a.id
     WHERE a.kind = 'stripe-balance'`,
    )
  )[0]!.balance;

describe('a payout', () => {
  test('is the sum of what it pays out, to the cent: gifts, fees, refunds, disputes', async () => {
    const { slug } = await aCampaign(app.db);
    const gifts = [];
    for (let i = 0; i < 3; i += 1) gifts.push(await give(app, stripe, { campaignSlug: slug, coverFee: i === 1 }));
    await refund(app, fay, gifts[0]!.id, 1_234);
    await stripe.openDispute(gifts[2]!.chargeId);
    await stripe.clock.advance(days(3));
    const made = await stripe.payout();
    await app.runJob('book-balance-transactions');

    const payout = await shown(made!.id);
    const sum = payout.transactions.reduce((total, { net }) => total + net.amountMinor, 0);
    expect(payout).toMatchObject({
      amount: { amountMinor: made!.amount },
      transactionsNet: { amountMinor: made!.amount },
      difference: { amountMinor: 0 },
    });
    expect(sum).toBe(made!.amount);
    expect(payout.transactions).toHaveLength(payout.transactionCount!);
    expect(payout.transactions.every(({ giftId }) => giftId !== null)).toBe(true);
    expect(await atStripe()).toBe(0);
    expect(await openDifferences(`payout:${made!.id}`)).toEqual([]);
  });

  test('whose webhooks never came is found on Stripe’s balance', async () => {
    stripe.webhooks.mode({ lose: 1 });
    await give(app, stripe);
    await stripe.clock.advance(days(3));
    const made = await stripe.payout();
    stripe.webhooks.mode({});
    await app.runJob('book-balance-transactions');
    expect(await shown(made!.id)).toMatchObject({
      difference: { amountMinor: 0 },
      amount: { amountMinor: made!.amount },
    });
    expect(await atStripe()).toBe(0);
  });

  test('that the bank sends back is at Stripe again, and goes out with the next one', async () => {
    await give(app, stripe);
    await stripe.clock.advance(days(3));
    const made = await stripe.payout();
    await stripe.failPayout(made!.id);
    await app.runJob('book-balance-transactions');
    expect(await shown(made!.id)).toMatchObject({ status: 'failed' });
    expect(await atStripe()).toBe(made!.amount);
    const next = await stripe.payout();
    await app.runJob('book-balance-transactions');
    expect(next!.amount).toBe(made!.amount);
    expect(await atStripe()).toBe(0);
  });
});

describe('the bank’s statement', () => {
  const aPayout = async () => {
    await give(app, stripe);
    await stripe.clock.advance(days(3));
    const made = await stripe.payout();
    return { made: made!, payout: await shown(made!.id) };
  };

  test('agrees: somebody saw it', async () => {
    const { made, payout } = await aPayout();
    const { data } = await confirm(payout.id, made.amount);
    expect(data.confirmPayout).toMatchObject({
      bankAmount: { amountMinor: made.amount },
      bankConfirmedBy: 'Fay Finance',
    });
    expect(await openDifferences(`payout:${made.id}`)).toEqual([]);
  });

  test('says another amount: a difference, until the slip of the pen is put right', async () => {
    const { made, payout } = await aPayout();
    await confirm(payout.id, made.amount - 1);
    expect(await openDifferences(`payout:${made.id}`)).toEqual([{ kind: 'bank-differs' }]);
    await confirm(payout.id, made.amount);
    expect(await openDifferences(`payout:${made.id}`)).toEqual([]);
  });

  test('belongs to the organisation: finance of one chapter neither sees nor confirms it', async () => {
    const { made, payout } = await aPayout();
    const chapterOnly = await aTreasurer(app, (await aCampaign(app.db)).chapterId);
    expect(refusal(await confirm(payout.id, made.amount, chapterOnly))).toBe('NOT_ALLOWED');
    expect(refusal(await app.graphql('{ payouts { totalCount } }', {}, chapterOnly))).toBe('NOT_ALLOWED');
    expect(refusal(await app.graphql('{ differences { totalCount } }', {}, chapterOnly))).toBe('NOT_ALLOWED');
  });
});

test('payouts are listed, the latest first, page by page', async () => {
  const ask = async (after: string | null) =>
    (
      await app.graphql<{
        payouts: { edges: Array<{ node: { id: string } }>; pageInfo: { endCursor: string; hasNextPage: boolean } };
      }>(
        'query ($after: String) { payouts(first: 2, after: $after) { edges { node { id } } pageInfo { endCursor hasNextPage } } }',
        { after },
        fay,
      )
    ).data.payouts;
  const seen: string[] = [];
  for (let after: string | null = null, more = true; more;) {
    const page = await ask(after);
    seen.push(...page.edges.map(({ node }) => node.id));
    ({ endCursor: after, hasNextPage: more } = page.pageInfo);
  }
  const rows = await app.db.query<{ id: string }>(
    'SELECT id FROM fundraising.payout ORDER BY created_at DESC, id DESC',
  );
  expect(seen).toEqual(rows.map(({ id }) => id));
});
