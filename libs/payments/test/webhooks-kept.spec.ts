import { aCampaign } from '@upstander/tests/support/factories.fundraising.js';
import { give } from '@upstander/tests/support/giving.js';
import { giftFacts } from '@upstander/tests/support/gifts.js';
import { startAppWithStripe, type SandboxHandle } from '@upstander/tests/support/stripe.js';
import type { TestApp } from '@upstander/tests/support/app.js';
import type Stripe from 'stripe';
import { runAsOwner } from '@upstander/tests/support/tampering.js';

/**
 * An event's ID is stored in the transaction of its effect. If the transaction fails, Stripe can
 * resend the event; once it has committed, the event is never applied again.
 */
let app: TestApp;
let stripe: SandboxHandle;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ app, stripe, close } = await startAppWithStripe());
});
afterAll(() => close());

/** Makes every write to a table fail while `work` runs. */
async function withoutWriting(table: string, work: () => Promise<void>): Promise<void> {
  await runAsOwner(
    app,
    `CREATE FUNCTION public.broken() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'the disk is full'; END $$`,
  );
  await runAsOwner(app, `CREATE TRIGGER broken BEFORE INSERT OR UPDATE ON ${table} EXECUTE FUNCTION public.broken()`);
  try {
    await work();
  } finally {
    await runAsOwner(app, 'DROP FUNCTION public.broken CASCADE');
  }
}

async function send(event: Stripe.Event): Promise<number> {
  const { body, headers } = stripe.webhooks.signEvent(event);
  const response = await fetch(`${app.url}/webhooks/stripe`, { method: 'POST', headers, body });
  await response.arrayBuffer();
  return response.status;
}
const latest = (type: string) => stripe.events().findLast((event) => event.type === type)!;
const keptOf = async ({ id }: Stripe.Event) => {
  const rows = await app.db.query<{ outcome: string }>('SELECT outcome FROM fundraising.stripe_event WHERE id = $1', [
    id,
  ]);
  return rows.map(({ outcome }) => outcome);
};

test('books a resent payment that could not be stored the first time', async () => {
  const { slug } = await aCampaign(app.db);
  stripe.webhooks.mode({ lose: true });
  const { id } = await give(app, stripe, { campaignSlug: slug });
  const event = latest('charge.succeeded');
  await withoutWriting('fundraising.progress', async () => {
    expect(await send(event)).toBe(500);
  });
  expect(await keptOf(event)).toEqual([]);
  expect(await giftFacts(app.db, id)).toMatchObject({ status: 'pending', paid: false });
  expect(await send(event)).toBe(200);
  expect(await keptOf(event)).toEqual(['applied']);
  expect(await giftFacts(app.db, id)).toMatchObject({ status: 'paid', paid: true });
});

test('books a resent refund that could not be stored the first time', async () => {
  stripe.webhooks.mode({});
  const gift = await give(app, stripe);
  stripe.webhooks.mode({ lose: true });
  await stripe.refundInDashboard(gift.chargeId, 1_000);
  const event = latest('refund.created');
  await withoutWriting('fundraising.progress', async () => {
    expect(await send(event)).toBe(500);
  });
  expect(await keptOf(event)).toEqual([]);
  expect(await giftFacts(app.db, gift.id)).toMatchObject({ status: 'paid', refunded: 0 });
  expect(await send(event)).toBe(200);
  expect(await keptOf(event)).toEqual(['applied']);
  expect(await giftFacts(app.db, gift.id)).toMatchObject({ status: 'partly_refunded', refunded: 1_000 });
});

test('does not query Stripe for a known event', async () => {
  stripe.webhooks.mode({});
  const gift = await give(app, stripe);
  await stripe.refundInDashboard(gift.chargeId, 1_000);
  const event = latest('refund.created');
  stripe.faults.next('GET /v1/refunds', '500');
  stripe.faults.next('GET /v1/charges/:charge', '500');
  expect(await send(event)).toBe(200);
  expect(stripe.faults.played.size).toBe(0);
  // Control: a new event requires a query. If that fails, Stripe must resend the event.
  for (let i = 0; i < 3; i += 1) stripe.faults.next('GET /v1/charges/:charge', '500');
  expect(await send({ ...event, id: 'evt_that_is_new' } as Stripe.Event)).toBe(503);
  expect(await keptOf({ ...event, id: 'evt_that_is_new' } as Stripe.Event)).toEqual([]);
  stripe.faults.clear();
});
