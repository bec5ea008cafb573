import type Stripe from 'stripe';
import { splitIn, splitOf, subscriptionFacts } from './subscription-facts.js';

/** A month of $25 with 54 cents for the fee, as Stripe tells of it; the second in which something happens is a number. */
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
const at = (second: number) => new Date(second * 1000);

test('what is charged each month, how it divides, and when the next one comes', () => {
  expect(subscriptionFacts(subscription())).toEqual({
    recurringGiftId: 'recurring-gift-1',
    subscriptionId: 'sub_1',
    customerId: 'cus_1',
    status: 'active',
    charged: 2_554n,
    itemId: 'si_1',
    productId: 'prod_1',
    split: { intended: 2_500n, cover: 54n },
    startedAt: at(20),
    nextChargeAt: at(900),
    stoppedAt: null,
    endedByFailure: false,
  });
});

test('a subscription that carries no recurring gift is none of ours', () => {
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
  ['a word of next year', 'active', true],
])('Stripe’s %s is %s here; charged again: %s', (status, ours, again) => {
  expect(subscriptionFacts(subscription({ status }))).toMatchObject({
    status: ours,
    nextChargeAt: again ? at(900) : null,
    stoppedAt: again ? null : at(10),
  });
});

test.each([{ cancel_at_period_end: true }, { cancel_at: 800 }])(
  'one that will end (%j) has stopped: nothing is charged any more',
  (parts) => {
    expect(subscriptionFacts(subscription({ ...parts, canceled_at: 700, ended_at: 750 }))).toMatchObject({
      status: 'stopped',
      nextChargeAt: null,
      stoppedAt: at(700),
    });
  },
);

test('it stopped when somebody stopped it, or else when it ended', () => {
  expect(subscriptionFacts(subscription({ status: 'canceled', ended_at: 750 }))!.stoppedAt).toEqual(at(750));
});

test('Stripe gave up on the card, or somebody wanted it so', () => {
  const because = (reason: string) =>
    subscriptionFacts(subscription({ status: 'canceled', cancellation_details: { reason } }))!.endedByFailure;
  expect(because('payment_failed')).toBe(true);
  expect(because('cancellation_requested')).toBe(false);
});

test.each([
  [[item({}, 3)], 7_662n],
  [[item({}, undefined)], 2_554n],
  [[item({ unit_amount: null })], null],
  [[item(), item()], null],
  [[], null],
])('an amount for a month is one price, as often as it is taken', (data, charged) => {
  expect(subscriptionFacts(subscription({ items: { data } }))!.charged).toBe(charged);
});

test('a subscription with nothing in it has no next charge', () => {
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
])('%j says that the amount divides as %j', (metadata, split) => {
  expect(splitIn(metadata as Stripe.Metadata)).toEqual(split);
});

test('an amount divides as the one says that has the same sum; else all of it is the gift', () => {
  const [before, now] = [
    { intended: 2_500n, cover: 54n },
    { intended: 5_000n, cover: 180n },
  ];
  expect(splitOf(5_180n, [null, before, now])).toEqual(now);
  expect(splitOf(2_554n, [null, before, now])).toEqual(before);
  expect(splitOf(2_555n, [null, before, now])).toEqual({ intended: 2_555n, cover: 0n });
  expect(splitOf(2_446n, [before])).toEqual({ intended: 2_446n, cover: 0n });
});
