import type Stripe from 'stripe';
import { readSplit, splitOf, subscriptionFacts } from './subscription-facts.js';

/** A subscription of $25 a month plus 54 cents for the fee. Timestamps are small numbers of seconds. */
const subscription = (parts: Record<string, unknown> = {}) =>
  ({
    id: 'sub_1',
    customer: 'cus_1',
    status: 'active',
    metadata: { recurring_gift_id: 'recurring-gift-1', intended_minor: '2500', cover_minor: '54' },
    items: { data: [item()] },
    cancel_at_period_end: false,
    cancel_at: null,
    canceled_at: null,
    ended_at: null,
    created: 10,
    start_date: 20,
    cancellation_details: null,
    ...parts,
  }) as unknown as Stripe.Subscription;
const item = (price: Record<string, unknown> = {}, quantity: number | undefined = 1) => ({
  id: 'si_1',
  quantity,
  current_period_end: 900,
  price: { unit_amount: 2_554, product: 'prod_1', ...price },
});
const secondsToDate = (second: number) => new Date(second * 1000);

test('reads the monthly amount, its split and the date of the next charge', () => {
  expect(subscriptionFacts(subscription())).toEqual({
    recurringGiftId: 'recurring-gift-1',
    subscriptionId: 'sub_1',
    customerId: 'cus_1',
    status: 'active',
    charged: 2_554n,
    itemId: 'si_1',
    productId: 'prod_1',
    split: { intended: 2_500n, cover: 54n },
    startedAt: secondsToDate(20),
    nextChargeAt: secondsToDate(900),
    stoppedAt: null,
    endedByFailure: false,
  });
});

test('ignores a subscription without a recurring gift ID', () => {
  expect(subscriptionFacts(subscription({ metadata: {} }))).toBeNull();
  expect(subscriptionFacts(subscription({ metadata: { recurring_gift_id: '' } }))).toBeNull();
});

test.each([
  ['incomplete', 'pending', true],
  ['incomplete_expired', 'expired', false],
  ['trialing', 'active', true],
  ['active', 'active', true],
  ['past_due', 'past_due', true],
  ['unpaid', 'past_due', true],
  ['paused', 'past_due', true],
  ['canceled', 'stopped', false],
  ['some_future_status', 'active', true],
])('maps Stripe status %s to %s; will be charged again: %s', (status, ourStatus, isRepeated) => {
  expect(subscriptionFacts(subscription({ status }))).toMatchObject({
    status: ourStatus,
    nextChargeAt: isRepeated ? secondsToDate(900) : null,
    stoppedAt: isRepeated ? null : secondsToDate(10),
  });
});

test.each([{ cancel_at_period_end: true }, { cancel_at: 800 }])(
  'treats a subscription scheduled to end (%j) as stopped',
  (parts) => {
    expect(subscriptionFacts(subscription({ ...parts, canceled_at: 700, ended_at: 750 }))).toMatchObject({
      status: 'stopped',
      nextChargeAt: null,
      stoppedAt: secondsToDate(700),
    });
  },
);

test('uses the cancellation time as the stop time, or else the end time', () => {
  expect(subscriptionFacts(subscription({ status: 'canceled', ended_at: 750 }))!.stoppedAt).toEqual(secondsToDate(750));
});

test('distinguishes an end by payment failure from a requested cancellation', () => {
  const factsForReason = (reason: string) =>
    subscriptionFacts(subscription({ status: 'canceled', cancellation_details: { reason } }))!.endedByFailure;
  expect(factsForReason('payment_failed')).toBe(true);
  expect(factsForReason('cancellation_requested')).toBe(false);
});

test.each([
  [[item({}, 3)], 7_662n],
  [[item({}, undefined)], 2_554n],
  [[item({ unit_amount: null })], null],
  [[item(), item()], null],
  [[], null],
])('multiplies the price by the quantity, and returns null unless there is exactly one price', (data, chargedMinor) => {
  expect(subscriptionFacts(subscription({ items: { data } }))!.charged).toBe(chargedMinor);
});

test('returns no next charge for a subscription without items', () => {
  expect(subscriptionFacts(subscription({ items: { data: [] } }))).toMatchObject({
    itemId: null,
    productId: null,
    nextChargeAt: null,
    stoppedAt: null,
  });
});

test.each([
  [
    { intended_minor: '2500', cover_minor: '0' },
    { intended: 2_500n, cover: 0n },
  ],
  [
    { intended_minor: '1'.repeat(15), cover_minor: '54' },
    { intended: 111_111_111_111_111n, cover: 54n },
  ],
  [{ intended_minor: '1'.repeat(16), cover_minor: '54' }, null],
  [{ intended_minor: '2500', cover_minor: '1'.repeat(16) }, null],
  [{ intended_minor: '2500' }, null],
  [{ cover_minor: '54' }, null],
  [{ intended_minor: '25.00', cover_minor: '54' }, null],
  [{ intended_minor: 'x2500', cover_minor: '54' }, null],
  [{ intended_minor: '2500', cover_minor: '-54' }, null],
  [{ intended_minor: '2500', cover_minor: '54 cents' }, null],
  [{}, null],
  [null, null],
  [undefined, null],
])('reads metadata %j as split %j', (metadata, split) => {
  expect(readSplit(metadata as Stripe.Metadata)).toEqual(split);
});

test('splits an amount like the known split with the same total, else counts all of it as the gift', () => {
  const [before, now] = [
    { intended: 2_500n, cover: 54n },
    { intended: 5_000n, cover: 180n },
  ];
  expect(splitOf(5_180n, [null, before, now])).toEqual(now);
  expect(splitOf(2_554n, [null, before, now])).toEqual(before);
  expect(splitOf(2_555n, [null, before, now])).toEqual({ intended: 2_555n, cover: 0n });
  expect(splitOf(2_446n, [before])).toEqual({ intended: 2_446n, cover: 0n });
});
