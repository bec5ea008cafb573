import { StripeEvents } from '@upstander/payments';
import type Stripe from 'stripe';
import type { TestApp } from '../support/app.js';
import { giftFacts } from '../support/gifts.js';
import { give } from '../support/giving.js';
import { startAppWithStripe, type SandboxHandle } from '../support/stripe.js';
import { bookedLinesOf } from '../support/webhook-history/books.js';

/**
 * An event is handled in two steps: the object is fetched from Stripe, then applied. Another event may be handled in
 * between. Applying the older reading must not undo the newer state.
 */
let app: TestApp;
let stripe: SandboxHandle;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ app, stripe, close } = await startAppWithStripe());
});
afterAll(() => close());

async function prepareEvent(
  type: Stripe.Event['type'],
): Promise<(change?: (reading: never) => object) => Promise<void>> {
  const event = stripe.events().findLast((one) => one.type === type)!;
  const [handler] = app.nest.get(StripeEvents, { strict: false }).handlersOf(type);
  const reading = await handler!.prepare!(event);
  return async (change = (same) => same) => {
    await app.db.transaction((tx) => handler!.apply(tx, event, change(reading as never)));
  };
}
const state = async (table: 'refund' | 'payout' | 'dispute', id: string) => {
  const [row] = await app.db.query<{ status: string }>(
    `SELECT status FROM fundraising.${table} WHERE stripe_${table}_id = $1`,
    [id],
  );
  return row!.status;
};

test('keeps a decided dispute decided', async () => {
  const gift = await give(app, stripe);
  const { id } = await stripe.openDispute(gift.chargeId);
  const early = await prepareEvent('charge.dispute.created');
  await stripe.closeDispute(id, 'lost');
  const books = await bookedLinesOf(app.db);
  await early();
  expect(await state('dispute', id)).toBe('lost');
  expect(await giftFacts(app.db, gift.id)).toMatchObject({ status: 'lost' });
  expect(await bookedLinesOf(app.db)).toEqual(books);
  // Control: without reading numbers, this would reopen the dispute.
  await early((reading: object) => ({ ...reading, reading: '1000000000' }));
  expect(await state('dispute', id)).toBe('needs_response');
  expect(await giftFacts(app.db, gift.id)).toMatchObject({ status: 'disputed' });
});

test('keeps a failed refund failed', async () => {
  const gift = await give(app, stripe);
  const { id } = await stripe.refundInDashboard(gift.chargeId, 2_000);
  const early = await prepareEvent('refund.created');
  await stripe.failRefund(id);
  const books = await bookedLinesOf(app.db);
  await early();
  expect(await state('refund', id)).toBe('failed');
  expect(await giftFacts(app.db, gift.id)).toMatchObject({ status: 'paid', refunded: 0 });
  expect(await bookedLinesOf(app.db)).toEqual(books);
});

test('keeps a failed payout failed', async () => {
  await give(app, stripe);
  const payout = await stripe.payout();
  const early = await prepareEvent('payout.created');
  await stripe.failPayout(payout!.id);
  const books = await bookedLinesOf(app.db);
  await early();
  expect(await state('payout', payout!.id)).toBe('failed');
  expect(await bookedLinesOf(app.db)).toEqual(books);
});
