import { Desk } from '../support/campaigns.js';
import { usd } from '../support/finance.js';
import { give } from '../support/giving.js';
import { ledgerTable, removePadding } from '../support/ledger-table.js';
import { refund } from '../support/money-people.js';
import { startAppWithStripe, type SandboxHandle } from '../support/stripe.js';

let desk: Desk;
let stripe: SandboxHandle;
let close: () => Promise<void>;
let slug: string;

beforeEach(async () => {
  const started = await startAppWithStripe();
  ({ stripe, close } = started);
  started.app.clock.set('2026-10-20T18:00:00Z');
  desk = await Desk.of(started.app);
  ({ slug } = await desk.live({ goal: usd(1_000) }));
});
afterEach(() => close());

const fees = () => desk.app.runJob('book-balance-transactions');
const says = async (table: string) => expect(removePadding(await ledgerTable(desk.app.db))).toBe(removePadding(table));
const raised = async () => {
  const query = 'query ($slug: String!) { campaign(slug: $slug) { raised { amountMinor } } }';
  return (await desk.does<{ raised: { amountMinor: number } }>('nobody', query, { slug })).raised.amountMinor / 100;
};
const checkStripeBalance = async () => {
  const check = await desk.does<{ agrees: boolean }>('finance', 'mutation { runLedgerCheck { agrees } }');
  expect(check.agrees).toBe(true);
};

test('a gift with covered fee, a partial refund, and a refund of the rest', async () => {
  const gift = await give(desk.app, stripe, { campaignSlug: slug, amount: usd(50), coverFee: true });
  await says(`
    stripe-balance   51.80
    fund            -50.00
    fee-cover        -1.80
  `);
  await fees();
  await says(`
    stripe-balance   50.00
    fund            -50.00
    fee-cover        -1.80
    processing-fees   1.80
  `);
  expect(await raised()).toBe(50);

  await refund(desk.app, { cookie: desk.cookie('finance')! }, gift.id, 2_000);
  await says(`
    stripe-balance   30.00
    fund            -50.00
    fee-cover        -1.80
    processing-fees   1.80
    refunded         20.00
  `);
  expect(await raised()).toBe(30);

  // The rest includes what the donor added for the fee. The organization pays the fee, which Stripe keeps.
  await refund(desk.app, { cookie: desk.cookie('finance')! }, gift.id);
  await fees();
  await says(`
    stripe-balance   -1.80
    fund            -50.00
    fee-cover        -1.80
    processing-fees   1.80
    refunded         50.00
    refunded-cover    1.80
  `);
  expect(await raised()).toBe(0);
  expect(await refund(desk.app, { cookie: desk.cookie('finance')! }, gift.id, 1)).toBe('REFUND_TOO_LARGE');
  await checkStripeBalance();
});

test("a won dispute returns the amount but not the bank's fee", async () => {
  const gift = await give(desk.app, stripe, { campaignSlug: slug, amount: usd(50) });
  await fees();
  const { id } = await stripe.openDispute(gift.chargeId);
  await says(`
    stripe-balance   -16.75
    dispute-reserve   50.00
    fund             -50.00
    processing-fees    1.75
    dispute-fees      15.00
  `);
  expect(await raised()).toBe(50);
  await stripe.closeDispute(id, 'won');
  await fees();
  await says(`
    stripe-balance    33.25
    fund             -50.00
    processing-fees    1.75
    dispute-fees      15.00
  `);
  expect(await raised()).toBe(50);
  await checkStripeBalance();
});

test('a lost dispute after a partial refund takes only the rest of the gift', async () => {
  const gift = await give(desk.app, stripe, { campaignSlug: slug, amount: usd(50) });
  await fees();
  await refund(desk.app, { cookie: desk.cookie('finance')! }, gift.id, 2_000);
  const { id } = await stripe.openDispute(gift.chargeId);
  await stripe.closeDispute(id, 'lost');
  await fees();
  await says(`
    stripe-balance  -16.75
    fund            -50.00
    processing-fees   1.75
    dispute-fees     15.00
    refunded         20.00
    disputes-lost    30.00
  `);
  expect(await raised()).toBe(0);
  await checkStripeBalance();
});
