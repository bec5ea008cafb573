import { runAsOwner } from '@upstander/tests/support/tampering.js';
import { dayIn } from '@upstander/platform';
import { refusal, type TestApp } from '@upstander/tests/support/app.js';
import { aCampaign } from '@upstander/tests/support/factories.fundraising.js';
import { give } from '@upstander/tests/support/giving.js';
import { aTreasurer, refund, type Staff } from '@upstander/tests/support/money-people.js';
import { days } from '@upstander/tests/support/movable-clock.js';
import { findLedgerTransactions } from '@upstander/tests/support/find-ledger-transactions.js';
import { startAppWithStripe, type SandboxHandle } from '@upstander/tests/support/stripe.js';

let app: TestApp;
let stripe: SandboxHandle;
let close: () => Promise<void>;
let fay: Staff;
beforeAll(async () => {
  ({ app, stripe, close } = await startAppWithStripe());
  fay = await aTreasurer(app);
});
afterAll(() => close());

interface PayoutView {
  id: string;
  amount: { amountMinor: number };
  transactionsNet: { amountMinor: number } | null;
  transactionCount: number | null;
  discrepancy: { amountMinor: number } | null;
  bankAmount: { amountMinor: number } | null;
  bankConfirmedBy: string | null;
  corrections: Array<{ bankAmount: { amountMinor: number }; confirmedBy: string | null; correctedBy: string | null }>;
  status: string;
  transactions: Array<{ type: string; net: { amountMinor: number }; giftId: string | null }>;
}

const fields = `id amount { amountMinor } transactionsNet { amountMinor } transactionCount discrepancy { amountMinor }
  bankAmount { amountMinor } bankConfirmedBy corrections { bankAmount { amountMinor } confirmedBy correctedBy } status
  transactions { type net { amountMinor } giftId }`;

async function showPayout(stripeId: string): Promise<PayoutView> {
  const [row] = await app.db.query<{ id: string }>('SELECT id FROM fundraising.payout WHERE stripe_payout_id = $1', [
    stripeId,
  ]);
  const { data, errors } = await app.graphql<{ payout: PayoutView }>(
    `query ($id: ID!) { payout(id: $id) { ${fields} } }`,
    row,
    fay,
  );
  if (!data) throw new Error(JSON.stringify({ row, errors }));
  return data.payout;
}

const todayInZone = (): string => dayIn(app.config.TIME_ZONE, app.clock.now());

const confirm = (
  id: string,
  amountMinor: number,
  { who = fay, statementDate = todayInZone() }: { who?: Staff; statementDate?: string } = {},
) =>
  app.graphql<{ confirmPayout: PayoutView }>(
    `mutation ($input: ConfirmPayoutInput!) { confirmPayout(input: $input) { ${fields} } }`,
    { input: { id, bankAmount: { amountMinor, currency: 'USD' }, statementDate } },
    who,
  );

const openDiscrepancies = (about: string) =>
  app.db.query<{ kind: string }>(
    'SELECT kind FROM fundraising.discrepancy WHERE about = $1 AND settled_at IS NULL ORDER BY kind',
    [about],
  );

const stripeBalance = async () =>
  (
    await app.db.query<{ balance: number }>(
      `SELECT b.balance_minor::int AS balance FROM ledger.account a JOIN ledger.balance b ON b.account_id = a.id
     WHERE a.kind = 'stripe-balance'`,
    )
  )[0]!.balance;

describe('a payout', () => {
  test('equals the total of its gifts, fees, refunds and disputes', async () => {
    const { slug } = await aCampaign(app.db);
    const gifts = [];
    for (let i = 0; i < 3; i += 1) gifts.push(await give(app, stripe, { campaignSlug: slug, coverFee: i === 1 }));
    await refund(app, fay, gifts[0]!.id, 1_234);
    await stripe.openDispute(gifts[2]!.chargeId);
    await stripe.clock.advance(days(3));
    const made = await stripe.payout();
    await app.runJob('book-balance-transactions');

    const payout = await showPayout(made!.id);
    const sum = payout.transactions.reduce((total, { net }) => total + net.amountMinor, 0);
    expect(payout).toMatchObject({
      amount: { amountMinor: made!.amount },
      transactionsNet: { amountMinor: made!.amount },
      discrepancy: { amountMinor: 0 },
    });
    expect(sum).toBe(made!.amount);
    expect(payout.transactions).toHaveLength(payout.transactionCount!);
    expect(payout.transactions.every(({ giftId }) => giftId !== null)).toBe(true);
    expect(await stripeBalance()).toBe(0);
    expect(await openDiscrepancies(`payout:${made!.id}`)).toEqual([]);
    expect(await findLedgerTransactions(app.db, `payout:${made!.id}`)).toEqual({
      kind: 'payout',
      happened: new Date(made!.created * 1000),
      sides: { bank: made!.amount, 'stripe-balance': -made!.amount },
    });
    const dates = await app.db.query(
      'SELECT arrives_on::text AS arrives, created_at AS made FROM fundraising.payout WHERE stripe_payout_id = $1',
      [made!.id],
    );
    const arrives = new Date(made!.arrival_date * 1000).toISOString().slice(0, 10);
    expect(dates).toEqual([{ arrives, made: new Date(made!.created * 1000) }]);
  });

  test('is found in the balance transactions if its webhooks never arrived', async () => {
    stripe.webhooks.mode({ lose: 1 });
    await give(app, stripe);
    await stripe.clock.advance(days(3));
    const made = await stripe.payout();
    stripe.webhooks.mode({});
    await app.runJob('book-balance-transactions');
    expect(await showPayout(made!.id)).toMatchObject({
      discrepancy: { amountMinor: 0 },
      amount: { amountMinor: made!.amount },
    });
    expect(await stripeBalance()).toBe(0);
  });

  test('returns to the Stripe balance when the bank rejects it, and is part of the next payout', async () => {
    await give(app, stripe);
    await stripe.clock.advance(days(3));
    const made = await stripe.payout();
    await stripe.failPayout(made!.id);
    await app.runJob('book-balance-transactions');
    expect(await showPayout(made!.id)).toMatchObject({ status: 'failed' });
    expect(await stripeBalance()).toBe(made!.amount);
    // The bank account is debited again, and there is no discrepancy to resolve.
    expect(await findLedgerTransactions(app.db, `payout:${made!.id}:failed`)).toMatchObject({
      kind: 'payout',
      sides: { bank: -made!.amount, 'stripe-balance': made!.amount },
    });
    expect(await openDiscrepancies(`payout:${made!.id}:failed`)).toEqual([]);
    const next = await stripe.payout();
    await app.runJob('book-balance-transactions');
    expect(next!.amount).toBe(made!.amount);
    expect(await stripeBalance()).toBe(0);
  });
});

describe('an unusual payout', () => {
  test('returns to the Stripe balance when canceled', async () => {
    await give(app, stripe);
    await stripe.clock.advance(days(3));
    stripe.webhooks.mode({ lose: 1 });
    const made = await stripe.payout();
    await stripe.failPayout(made!.id);
    stripe.sandbox.store.update('payout', made!.id, { status: 'canceled' });
    stripe.webhooks.mode({});
    await app.runJob('book-balance-transactions');
    expect(await findLedgerTransactions(app.db, `payout:${made!.id}:failed`)).toMatchObject({
      sides: { bank: -made!.amount, 'stripe-balance': made!.amount },
    });
    await stripe.payout();
    await app.runJob('book-balance-transactions');
  });

  test('reports a discrepancy once, with both amounts, if its transactions have a different total', async () => {
    await give(app, stripe);
    await stripe.clock.advance(days(3));
    stripe.webhooks.mode({ lose: 1 });
    const made = await stripe.payout();
    stripe.sandbox.store.update('payout', made!.id, { amount: made!.amount + 1 });
    stripe.webhooks.mode({});
    await app.runJob('book-balance-transactions');
    await app.runJob('book-balance-transactions');
    const found = await app.db.query(
      `SELECT kind, expected_minor::int AS expected, found_minor::int AS found, currency, found_at AS at
       FROM fundraising.discrepancy WHERE about = $1`,
      [`payout:${made!.id}`],
    );
    expect(found).toEqual([
      {
        kind: 'payout-differs',
        expected: made!.amount + 1,
        found: made!.amount,
        currency: 'USD',
        at: app.clock.now(),
      },
    ]);
  });

  test('has no transactions and no discrepancy if created manually', async () => {
    await give(app, stripe);
    await stripe.clock.advance(days(10));
    const made = await stripe.client.payouts.create({ amount: 1_000, currency: 'usd' });
    await stripe.waitUntilSettled();
    await app.runJob('book-balance-transactions');
    expect(await showPayout(made.id)).toMatchObject({
      transactionsNet: null,
      transactionCount: null,
      transactions: [],
    });
    expect(await findLedgerTransactions(app.db, `payout:${made.id}`)).toMatchObject({
      sides: { bank: 1_000, 'stripe-balance': -1_000 },
    });
    expect(await openDiscrepancies(`payout:${made.id}`)).toEqual([]);
  });
});

describe('a bank confirmation', () => {
  const aPayout = async () => {
    await give(app, stripe);
    await stripe.clock.advance(days(3));
    const made = await stripe.payout();
    return { made: made!, payout: await showPayout(made!.id) };
  };

  test('records that the payout arrived', async () => {
    const { made, payout } = await aPayout();
    const { data } = await confirm(payout.id, made.amount);
    expect(data.confirmPayout).toMatchObject({
      bankAmount: { amountMinor: made.amount },
      bankConfirmedBy: 'Fay Finance',
    });
    expect(await openDiscrepancies(`payout:${made.id}`)).toEqual([]);
  });

  test('reports a discrepancy for a different amount until it is corrected', async () => {
    const { made, payout } = await aPayout();
    await confirm(payout.id, made.amount - 1);
    expect(await openDiscrepancies(`payout:${made.id}`)).toEqual([{ kind: 'bank-differs' }]);
    await confirm(payout.id, made.amount);
    expect(await openDiscrepancies(`payout:${made.id}`)).toEqual([]);
  });

  test('keeps each corrected entry with the people who entered and corrected it', async () => {
    const { made, payout } = await aPayout();
    await confirm(payout.id, made.amount - 3);
    const priya = await aTreasurer(app, null, 'Priya Nair');
    const { data } = await confirm(payout.id, made.amount, { who: priya });
    expect(data.confirmPayout).toMatchObject({
      bankAmount: { amountMinor: made.amount },
      bankConfirmedBy: 'Priya Nair',
      corrections: [
        {
          bankAmount: { amountMinor: made.amount - 3 },
          confirmedBy: 'Fay Finance',
          correctedBy: 'Priya Nair',
        },
      ],
    });
    // Repeating the same values is not a correction, and the first person remains named.
    const { data: again } = await confirm(payout.id, made.amount);
    expect(again.confirmPayout).toEqual(data.confirmPayout);
    const change = 'UPDATE fundraising.payout_correction SET bank_amount_minor = 1';
    await expect(app.db.query(change)).rejects.toThrow('permission denied');
    await expect(runAsOwner(app, change)).rejects.toMatchObject({ constraint: 'append_only' });
  });

  test('can be undone: the payout is unconfirmed, the discrepancy settled, the ledger unchanged', async () => {
    const { made, payout } = await aPayout();
    await confirm(payout.id, made.amount - 3);
    const lines = 'SELECT count(*)::int AS n FROM ledger.posting';
    const before = await app.db.query(lines);
    const undoConfirmation = (who: Staff) =>
      app.graphql<{ undoPayoutConfirmation: PayoutView }>(
        `mutation ($input: UndoPayoutConfirmationInput!) { undoPayoutConfirmation(input: $input) { ${fields} } }`,
        { input: { id: payout.id } },
        who,
      );
    const chapterOnly = await aTreasurer(app, (await aCampaign(app.db)).chapterId);
    expect(refusal(await undoConfirmation(chapterOnly))).toBe('NOT_ALLOWED');
    const { data } = await undoConfirmation(fay);
    expect(data.undoPayoutConfirmation).toMatchObject({
      bankAmount: null,
      bankConfirmedBy: null,
      corrections: [{ bankAmount: { amountMinor: made.amount - 3 }, correctedBy: 'Fay Finance' }],
    });
    expect(await openDiscrepancies(`payout:${made.id}`)).toEqual([]);
    expect((await undoConfirmation(fay)).data.undoPayoutConfirmation.corrections).toHaveLength(1);
    expect(await app.db.query(lines)).toEqual(before);
  });

  test("cannot be dated in the future in the organization's time zone", async () => {
    const { made, payout } = await aPayout();
    const tomorrow = dayIn(app.config.TIME_ZONE, new Date(app.clock.now().valueOf() + days(1)));
    const { errors } = await confirm(payout.id, made.amount, { statementDate: tomorrow });
    expect(errors?.[0]?.extensions).toMatchObject({ details: { fields: { statementDate: 'in-the-future' } } });
    expect(refusal(await confirm(payout.id, made.amount))).toBeNull();
  });

  test('requires an organization-wide finance role', async () => {
    const { made, payout } = await aPayout();
    const chapterOnly = await aTreasurer(app, (await aCampaign(app.db)).chapterId);
    expect(refusal(await confirm(payout.id, made.amount, { who: chapterOnly }))).toBe('NOT_ALLOWED');
    expect(refusal(await app.graphql('{ payouts { totalCount } }', {}, chapterOnly))).toBe('NOT_ALLOWED');
    expect(refusal(await app.graphql('{ discrepancies { totalCount } }', {}, chapterOnly))).toBe('NOT_ALLOWED');
  });
});

test('lists payouts, newest first, page by page', async () => {
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
