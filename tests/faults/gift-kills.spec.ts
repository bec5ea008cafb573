import { startApp, type TestApp } from '../support/app.js';
import { eventually } from '../support/eventually.js';
import { aCampaign } from '../support/factories.fundraising.js';
import { aGiftInput, startDonation, type Started } from '../support/giving.js';
import { startStripe, type SandboxHandle } from '@upstander/stripe-sandbox';
import { lockWaits } from '../support/locks.js';
import { aTreasurer } from '../support/money-people.js';
import { ApiServer } from './support/api-server.js';
import { inOwnerTransaction } from '../support/tampering.js';

/**
 * Runs the API as a process and kills it with -9 between an action at Stripe and our own write. Nothing may be lost or
 * happen twice. Events without a webhook are found in Stripe's list.
 */
const people = 20;

jest.setTimeout(180_000);

let app: TestApp;
let stripe: SandboxHandle;
let api: ApiServer;
let slug: string;

beforeAll(async () => {
  stripe = await startStripe();
  const money = {
    STRIPE_URL: stripe.url,
    STRIPE_SECRET_KEY: stripe.secretKey,
    STRIPE_WEBHOOK_SECRET: stripe.webhookSecret,
    GIFTS_PER_MINUTE: '1000000',
  };
  // An app in this process provides the database and runs jobs. The tested server is another process.
  app = await startApp({ config: money });
  api = await ApiServer.start(app.config.DATABASE_URL, money);
  stripe.sandbox.registerEndpoint(`${api.url}/webhooks/stripe`, stripe.webhookSecret);
  slug = (await aCampaign(app.db)).slug;
});
afterAll(async () => {
  await api.end();
  await stripe.close();
  await app.close();
});

const begin = async (input = aGiftInput(slug)) =>
  (await api.graphqlOrThrow<Started>(startDonation, { input })).startDonation;
const toldNothing = [() => 'an answer', () => 'no answer'] as const;
const paidHere = async () => {
  const [row] = await app.db.query<{ gifts: number; charges: number }>(
    `SELECT (SELECT count(*) FROM fundraising.gift WHERE paid_at IS NOT NULL)::int AS gifts,
       (SELECT count(*) FROM ledger.transaction WHERE kind = 'charge')::int AS charges`,
  );
  return row!;
};
const madeAtStripe = (kind: 'checkout.session' | 'refund' | 'charge') => stripe.sandbox.store.all(kind).size;

/** Kills the API while its transactions wait for a lock on `table`, which rolls them back. */
async function killedAtTheTable(table: string, happen: () => Promise<void>): Promise<void> {
  await inOwnerTransaction(app, async (tx) => {
    await tx.query(`LOCK TABLE ${table} IN SHARE ROW EXCLUSIVE MODE`);
    await happen();
    await eventually(async () => (await lockWaits(app)) > 0);
    await api.kill();
    // PostgreSQL notices the lost client only once the lock is granted.
  });
  await eventually(async () => (await lockWaits(app)) === 0);
}

test('control: a webhook books a payment if no process is killed', async () => {
  await stripe.pay((await begin()).checkoutUrl);
  expect(await paidHere()).toEqual({ gifts: 1, charges: 1 });
});

test("killed between Stripe's charges and our commit: one read of Stripe's list finds each exactly once", async () => {
  const startedGifts: Array<Started['startDonation']> = [];
  for (let i = 0; i < people; i += 1) startedGifts.push(await begin());
  const before = await paidHere();
  await killedAtTheTable('ledger.transaction', async () => {
    for (const { checkoutUrl } of startedGifts) await stripe.pay(checkoutUrl, { settle: false });
  });
  // Stripe's retries take hours, so this doesn't wait for them.
  await stripe.waitUntilSettled();
  const [lost] = await app.db.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM fundraising.gift WHERE id = ANY ($1) AND paid_at IS NULL`,
    [startedGifts.map(({ gift }) => gift.id)],
  );
  expect(lost!.n).toBeGreaterThan(0);

  await app.runJob('book-balance-transactions');
  const after = { gifts: before.gifts + people, charges: before.charges + people };
  expect(await paidHere()).toEqual(after);
  expect(madeAtStripe('charge')).toBe(after.charges);
  for (const event of stripe.events()) await stripe.webhooks.resend(event);
  expect(await paidHere()).toEqual(after);
  expect(await checked()).toEqual({ agrees: true, findings: [] });
});

test('killed while Stripe creates the checkout page: a retry yields one gift and one page', async () => {
  const pages = madeAtStripe('checkout.session');
  const input = aGiftInput(slug);
  stripe.faults.next('POST /v1/checkout/sessions', 'commit_then_hang');
  const first = begin(input).then(...toldNothing);
  await eventually(() => madeAtStripe('checkout.session') === pages + 1);
  await api.kill();
  expect(await first).toBe('no answer');

  const retried = await begin(input);
  expect(madeAtStripe('checkout.session')).toBe(pages + 1);
  await stripe.pay(retried.checkoutUrl);
  const rows = await app.db.query<{ status: string }>('SELECT status FROM fundraising.gift WHERE id = $1', [
    retried.gift.id,
  ]);
  expect(rows).toEqual([{ status: 'paid' }]);
});

test('killed while Stripe creates a refund: it is sent once and booked once', async () => {
  const { gift, checkoutUrl } = await begin();
  await stripe.pay(checkoutUrl);
  const { cookie } = await aTreasurer(app);
  stripe.faults.next('POST /v1/refunds', 'commit_then_hang');
  const refund = 'mutation ($input: RefundGiftInput!) { refundGift(input: $input) { refund { status } } }';
  const amount = { amountMinor: 2_000, currency: 'USD' };
  const pendingDonation = api
    .graphqlOrThrow(refund, { input: { giftId: gift.id, amount, reason: 'REQUESTED_BY_DONOR' } }, cookie)
    .then(...toldNothing);
  // Its webhooks are lost too.
  stripe.webhooks.mode({ lose: true });
  await eventually(() => madeAtStripe('refund') === 1);
  await api.kill();
  expect(await pendingDonation).toBe('no answer');
  stripe.webhooks.mode({});
  expect(await refunded(gift.id)).toEqual({ refunds: ['requested'], back: 0, booked: 0 });

  await app.runJob('send-refunds');
  await app.runJob('send-refunds');
  expect(await refunded(gift.id)).toEqual({ refunds: ['succeeded'], back: 2_000, booked: 1 });
  expect(madeAtStripe('refund')).toBe(1);
  await app.runJob('book-balance-transactions');
  expect(await checked()).toEqual({ agrees: true, findings: [] });
});

async function refunded(giftId: string): Promise<unknown> {
  const [row] = await app.db.query<{ refunds: string[]; back: number; booked: number }>(
    `SELECT (SELECT array_agg(r.status) FROM fundraising.refund r WHERE r.gift_id = g.id) AS refunds,
       g.refunded_minor::int AS back,
       (SELECT count(*) FROM ledger.transaction t WHERE t.subject_id = g.id AND t.kind = 'refund')::int AS booked
     FROM fundraising.gift g WHERE g.id = $1`,
    [giftId],
  );
  return row;
}

async function checked(): Promise<unknown> {
  const check = 'mutation { runLedgerCheck { agrees findings { kind count } } }';
  return (await app.graphql<{ runLedgerCheck: unknown }>(check, {}, await aTreasurer(app))).data.runLedgerCheck;
}
