import { Logger } from '@upstander/platform';
import { refundCharge } from '@upstander/stripe-sandbox';
import { expectStripeBalance } from '@upstander/tests/support/agrees-with-stripe.js';
import type { TestApp } from '@upstander/tests/support/app.js';
import { aCampaign } from '@upstander/tests/support/factories.fundraising.js';
import { balancesOf, giftFacts, progressOf } from '@upstander/tests/support/gifts.js';
import { give } from '@upstander/tests/support/giving.js';
import { aTreasurer, type Staff } from '@upstander/tests/support/money-people.js';
import { hours } from '@upstander/tests/support/movable-clock.js';
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
afterEach(() => stripe.webhooks.mode({}));
afterAll(() => close());

const reconcile = () => app.runJob('book-balance-transactions');
const agree = () => expectStripeBalance(app, stripe);
const findPostings = (ref: string) => findLedgerTransactions(app.db, ref);

test("books fees from Stripe's balance transactions to their campaigns", async () => {
  const gift = await give(app, stripe, { coverFee: true });
  const [row] = await app.db.query<{ campaign: string }>(
    'SELECT campaign_id AS campaign FROM fundraising.gift WHERE id = $1 AND fee_minor IS NULL',
    [gift.id],
  );
  await reconcile();
  await reconcile();
  expect(await balancesOf(app.db, row!.campaign)).toEqual({
    fund: -5_000,
    'fee-cover': -180,
    'processing-fees': 180,
    'stripe-balance': 5_000,
  });
  const [fee] = await app.db.query<{ fee: number }>(
    'SELECT fee_minor::int AS fee FROM fundraising.gift WHERE id = $1',
    [gift.id],
  );
  expect(fee!.fee).toBe(180);
  await agree();
});

test('stores a balance transaction unchanged, with its gift', async () => {
  const gift = await give(app, stripe);
  await reconcile();
  const [line] = (await stripe.client.balanceTransactions.list({ source: gift.chargeId })).data;
  const rows = await app.db.query(
    `SELECT id, type, source_id AS source, gift_id AS gift, amount_minor::int AS amount, fee_minor::int AS fee,
       net_minor::int AS net, currency, available_on AS available, created_at AS created
     FROM fundraising.balance_transaction WHERE source_id = $1`,
    [gift.chargeId],
  );
  expect(rows).toEqual([
    {
      id: line!.id,
      type: 'charge',
      source: gift.chargeId,
      gift: gift.id,
      amount: 5_000,
      fee: 175,
      net: 4_825,
      currency: 'USD',
      available: new Date(line!.available_on * 1000),
      created: new Date(line!.created * 1000),
    },
  ]);
  const [entry] = await app.db.query<{ happened: Date; subject: string; kind: string }>(
    'SELECT happened_at AS happened, subject_id AS subject, kind FROM ledger.transaction WHERE external_ref = $1',
    [`fee:${line!.id}`],
  );
  expect(entry).toEqual({ happened: new Date(line!.created * 1000), subject: gift.id, kind: 'fee' });
});

test('finds a payment after all of its webhooks were lost', async () => {
  stripe.webhooks.mode({ lose: 1 });
  const campaign = await aCampaign(app.db);
  const gift = await give(app, stripe, { campaignSlug: campaign.slug });
  expect(await giftFacts(app.db, gift.id)).toMatchObject({ status: 'pending' });
  await stripe.clock.advance(hours(1));
  await reconcile();
  expect(await giftFacts(app.db, gift.id)).toMatchObject({ status: 'paid' });
  expect(await progressOf(app.db, campaign.id)).toEqual({ count: 1, raised: 5_000, agrees: true });
  await agree();
});

test('finds refunds, failed refunds and won disputes after their webhooks were lost', async () => {
  const [one, two, three] = [await give(app, stripe), await give(app, stripe), await give(app, stripe)];
  await reconcile();
  stripe.webhooks.mode({ lose: 1 });
  await stripe.refundInDashboard(one.chargeId, 700);
  const failing = await stripe.refundInDashboard(two.chargeId, 800);
  await stripe.failRefund(failing.id);
  const dispute = await stripe.openDispute(three.chargeId);
  await stripe.closeDispute(dispute.id, 'won');
  await reconcile();
  expect(await giftFacts(app.db, one.id)).toMatchObject({ status: 'partly_refunded', refunded: 700 });
  expect(await giftFacts(app.db, two.id)).toMatchObject({ status: 'paid', refunded: 0 });
  expect(await giftFacts(app.db, three.id)).toMatchObject({ status: 'paid' });
  await agree();
});

test('books an unknown charge as unmatched and reports it to finance until it is settled', async () => {
  const intent = await stripe.client.paymentIntents.create({
    amount: 7_700,
    currency: 'usd',
    payment_method: 'pm_card_visa',
    confirm: true,
    automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
  });
  await stripe.waitUntilSettled();
  await stripe.clock.advance(hours(1));
  await reconcile();
  await reconcile();
  await agree();
  const about = `charge:${String(intent.latest_charge)}`;
  // The unmatched amount is reduced by the fee, so no campaign pays for it.
  const [line] = (await stripe.client.balanceTransactions.list({ source: String(intent.latest_charge) })).data;
  expect(line!.fee).toBeGreaterThan(0);
  expect(await findPostings(about)).toMatchObject({
    kind: 'charge',
    sides: { 'stripe-balance': 7_700, unmatched: -7_700 },
  });
  expect(await findPostings(`fee:${line!.id}`)).toMatchObject({
    kind: 'fee',
    sides: { 'stripe-balance': -line!.fee, unmatched: line!.fee },
  });
  const ask = async (settled: boolean) =>
    (
      await app.graphql<{ discrepancies: { edges: Array<{ node: { id: string; about: string } }> } }>(
        `query ($settled: Boolean) { discrepancies(settled: $settled) { edges { node { id kind about found { amountMinor } } } } }`,
        { settled },
        fay,
      )
    ).data.discrepancies.edges
      .map(({ node }) => node)
      .filter((node) => node.about === about);
  const [discrepancy] = await ask(false);
  expect(discrepancy).toMatchObject({ kind: 'charge-without-gift', found: { amountMinor: 7_700 } });
  await app.graphql(
    'mutation ($input: SettleDiscrepancyInput!) { settleDiscrepancy(input: $input) { settledBy } }',
    { input: { id: discrepancy!.id, note: 'A ticket sold by hand.' } },
    fay,
  );
  expect(await ask(false)).toEqual([]);
  expect(await ask(true)).toHaveLength(1);

  // A later refund is booked too, and the settled discrepancy stays settled.
  refundCharge(stripe.sandbox.store, String(intent.latest_charge), { amount: 7_700 });
  await stripe.waitUntilSettled();
  await reconcile();
  expect(await ask(false)).toEqual([]);
  await agree();
});

test('retries a balance transaction that could not be read, without blocking others', async () => {
  stripe.webhooks.mode({ lose: 1 });
  const [one, two] = [await give(app, stripe), await give(app, stripe)];
  await stripe.clock.advance(hours(1));
  for (let i = 0; i < 3; i += 1) stripe.faults.next('GET /v1/charges/:charge', '500');
  await reconcile();
  const paid = async () =>
    [(await giftFacts(app.db, one.id)).paid, (await giftFacts(app.db, two.id)).paid].filter(Boolean);
  expect(await paid()).toHaveLength(1);
  await reconcile();
  expect(await paid()).toHaveLength(2);
  await agree();
});

test('resumes after an outage of Stripe without losing anything', async () => {
  stripe.webhooks.mode({ lose: 1 });
  const gift = await give(app, stripe);
  await stripe.clock.advance(hours(1));
  for (let i = 0; i < 3; i += 1) stripe.faults.next('GET /v1/balance_transactions', 'drop_before');
  const warned = jest.spyOn(app.nest.get(Logger), 'warn');
  await reconcile();
  // The log names the cause for the operator.
  expect(warned).toHaveBeenCalledWith(
    { fault: 'unknown', why: expect.stringMatching(/^StripeConnectionError E?\w+/) },
    "Stripe's balance could not be listed",
  );
  warned.mockRestore();
  expect((await giftFacts(app.db, gift.id)).paid).toBe(false);
  await reconcile();
  expect((await giftFacts(app.db, gift.id)).paid).toBe(true);
});

test('reports a balance transaction that it cannot explain', async () => {
  const store = stripe.sandbox.store;
  const [sample] = (await stripe.client.balanceTransactions.list({ limit: 1 })).data;
  store.insert('balance_transaction', {
    ...sample!,
    id: 'txn_1StripeTookSomething',
    type: 'stripe_fee',
    reporting_category: 'fee',
    amount: -25,
    fee: 0,
    net: -25,
    source: null,
    created: Math.floor(app.clock.now().valueOf() / 1000),
  });
  await reconcile();
  const rows = await app.db.query(
    'SELECT kind, found_minor::int AS found, currency, found_at AS at FROM fundraising.discrepancy WHERE about = $1',
    ['line:txn_1StripeTookSomething'],
  );
  expect(rows).toEqual([{ kind: 'unexplained-line', found: -25, currency: 'USD', at: app.clock.now() }]);
  expect(await findPostings('line:txn_1StripeTookSomething')).toMatchObject({
    kind: 'line',
    sides: { 'stripe-balance': -25, unmatched: 25 },
  });
  await agree();
});

test('reports a balance transaction of zero without booking it', async () => {
  const [sample] = (await stripe.client.balanceTransactions.list({ limit: 1 })).data;
  stripe.sandbox.store.insert('balance_transaction', {
    ...sample!,
    id: 'txn_1StripeTookNothing',
    type: 'stripe_fee',
    reporting_category: 'fee',
    amount: 0,
    fee: 0,
    net: 0,
    source: null,
    created: Math.floor(app.clock.now().valueOf() / 1000),
  });
  await reconcile();
  await reconcile();
  expect(await findPostings('line:txn_1StripeTookNothing')).toBeUndefined();
  const rows = await app.db.query('SELECT found_minor::int AS found FROM fundraising.discrepancy WHERE about = $1', [
    'line:txn_1StripeTookNothing',
  ]);
  expect(rows).toEqual([{ found: 0 }]);
  await agree();
});
