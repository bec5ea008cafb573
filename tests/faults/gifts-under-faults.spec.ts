import { StripeGateway } from '@upstander/payments';
import { faultKinds, type DeliveryProblems } from '@upstander/stripe-sandbox';
import Stripe from 'stripe';
import { aCampaign } from '../support/factories.fundraising.js';
import { aTreasurer } from '../support/money-people.js';
import { hours } from '../support/movable-clock.js';
import { startAppWithStripe, type SandboxHandle } from '../support/stripe.js';
import type { TestApp } from '../support/app.js';
import { bookedLinesOf, findWrongTotals } from '../support/webhook-history/books.js';
import { payEveryOpenPage } from './support/pay-every-open-page.js';

/**
 * Two hundred people give under every fault: each way a call to Stripe can fail, and each problem of webhooks. No one
 * may be charged twice, and one read of Stripe's list must find the rest.
 */
const each = 16;
const troubles: Array<[name: string, trouble: DeliveryProblems]> = [
  ['duplicated', { duplicate: true }],
  ['out of order', { shuffle: true }],
  ['late', { delay: 3_600 }],
  ['lost', { lose: true }],
  ['forged', { forge: true }],
  ['dated ahead', { future: true }],
];

jest.setTimeout(180_000);

let app: TestApp;
let stripe: SandboxHandle;
let close: () => Promise<void>;
let slug: string;

beforeAll(async () => {
  ({ app, stripe, close } = await startAppWithStripe({ stripe: { seed: 4 } }));
  app.clock.set('2026-11-20T18:00:00Z');
  slug = (await aCampaign(app.db, { now: app.clock.now() })).slug;
  impatient({});
});
afterAll(() => close());

/**
 * Shortens the timeout for Stripe from ten seconds, so that hanging connections don't take minutes. Keeps it where
 * tries are counted.
 */
function impatient(more: { keys?: 'none' }): void {
  const { hostname: host, port } = new URL(stripe.url);
  const client = new Stripe(stripe.secretKey, {
    host,
    port: Number(port),
    protocol: 'http',
    telemetry: false,
    maxNetworkRetries: 2,
    timeout: more.keys === 'none' ? 60_000 : 1_000,
  });
  if (more.keys === 'none') {
    const create = client.checkout.sessions.create.bind(client.checkout.sessions);
    client.checkout.sessions.create = ((params: Stripe.Checkout.SessionCreateParams) => create(params)) as never;
  }
  Object.assign(app.nest.get(StripeGateway, { strict: false }), { stripe: client });
}

const people = (count = each) => payEveryOpenPage({ app, stripe }, { campaignSlug: slug, count });
const chargesAtStripe = () => [...stripe.sandbox.store.all('charge').oldestFirst()].filter(({ paid }) => paid);

function chargesByGift(): Map<string, number> {
  const counted = new Map<string, number>();
  for (const { metadata } of chargesAtStripe()) {
    const gift = metadata['gift_id'] ?? 'nobody';
    counted.set(gift, (counted.get(gift) ?? 0) + 1);
  }
  return counted;
}

async function orphans(): Promise<string[]> {
  const booked = new Set((await bookedLinesOf(app.db)).map(({ ref }) => ref));
  return chargesAtStripe().flatMap(({ id }) => (booked.has(`charge:${id}`) ? [] : [id]));
}

const gifts: string[] = [];

test.each(faultKinds)('a failing call: %s', async (kind) => {
  // More often than the SDK retries, so that donors see failures too.
  for (let i = 0; i < 10; i += 1) stripe.faults.next('POST /v1/checkout/sessions', kind, 50);
  const outcome = await people();
  expect(stripe.faults.played.get(kind)).toBe(10);
  gifts.push(...outcome.gifts);
  await stripe.waitUntilSettled();
  expect(Math.max(...chargesByGift().values())).toBe(1);
});

test.each(troubles)('webhooks that are %s', async (_name, trouble) => {
  stripe.webhooks.mode(trouble);
  gifts.push(...(await people()).gifts);
  await stripe.waitUntilSettled();
  stripe.webhooks.mode({});
});

test('every donor was charged once, and charges without a webhook are not booked yet', async () => {
  expect(gifts.length).toBeGreaterThanOrEqual(200);
  expect(chargesByGift()).toEqual(new Map(gifts.map((id) => [id, 1])));
  // Lost and late webhooks. Otherwise the faults had no effect and the rest proves nothing.
  expect((await orphans()).length).toBe(2 * each);
});

test("one read of Stripe's list books every missing charge", async () => {
  await app.runJob('book-balance-transactions');
  expect(await orphans()).toEqual([]);
  await inOrder();
});

test('late webhooks change nothing', async () => {
  const before = await bookedLinesOf(app.db);
  await stripe.clock.advance(hours(2));
  for (const event of stripe.events().slice(-50)) await stripe.webhooks.resend(event);
  expect(await bookedLinesOf(app.db)).toEqual(before);
  await inOrder();
});

// Without our own keys, a retry after a lost answer creates a second page, and a donor with two pages pays twice.
test('control: without our idempotency keys some donors are charged twice', async () => {
  impatient({ keys: 'none' });
  // The SDK tries three times with its own key. Then the donor retries, with another.
  for (let i = 0; i < 3; i += 1) stripe.faults.next('POST /v1/checkout/sessions', 'commit_then_drop');
  const [id] = (await people(1)).gifts;
  await stripe.waitUntilSettled();
  expect(chargesByGift().get(id!)).toBe(2);
  const [unmatched] = await app.db.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM fundraising.discrepancy WHERE kind = 'second-charge'`,
  );
  expect(unmatched!.n).toBe(1);
});

async function inOrder(): Promise<void> {
  const charges = new Map(chargesAtStripe().map(({ id, metadata }) => [metadata['gift_id'], id]));
  const rows = await app.db.query<{ id: string; status: string; charge: string }>(
    'SELECT id, status, charge_id AS charge FROM fundraising.gift',
  );
  expect(new Map(rows.map(({ id, status, charge }) => [id, `${status} ${charge}`]))).toEqual(
    new Map(gifts.map((id) => [id, `paid ${charges.get(id)}`])),
  );
  const { available, pending } = await stripe.client.balance.retrieve();
  const stripeBalance = [...available, ...pending].reduce((sum, { amount }) => sum + amount, 0);
  const [ours] = await app.db.query<{ minor: number }>(
    `SELECT b.balance_minor::int AS minor FROM ledger.balance b JOIN ledger.account a ON a.id = b.account_id
     WHERE a.kind = 'stripe-balance'`,
  );
  expect(ours!.minor).toBe(stripeBalance);
  expect(await findWrongTotals(app.db)).toEqual([]);
  const { data } = await app.graphql<{ runLedgerCheck: { agrees: boolean; findings: unknown[] } }>(
    'mutation { runLedgerCheck { agrees findings { kind count } } }',
    {},
    await aTreasurer(app),
  );
  expect(data.runLedgerCheck).toEqual({ agrees: true, findings: [] });
  // A forged event, if accepted, would have an ID unknown to Stripe.
  const real = new Set(stripe.events().map(({ id }) => id));
  const events = await app.db.query<{ id: string }>('SELECT id FROM fundraising.stripe_event');
  expect(events.filter(({ id }) => !real.has(id))).toEqual([]);
}
