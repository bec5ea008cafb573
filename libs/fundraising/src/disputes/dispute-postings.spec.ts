import type Stripe from 'stripe';
import { closedStatuses, disputeDrafts, disputeSums } from './dispute-postings.js';

const gift = { id: 'gift-1', campaignId: 'campaign-1', currency: 'USD', intendedMinor: 5_000n, coverMinor: 0n };

/** A movement of Stripe's balance as it comes with a dispute: amount, fee, and the second in which it happened. */
const movement = (amount: number, fee: number, created: number) => ({ amount, fee, created });
const dispute = (status: string, ...movements: Array<ReturnType<typeof movement>>) =>
  ({ id: 'du_1', status, created: 50, balance_transactions: movements }) as unknown as Stripe.Dispute;
const opened = movement(-5_000, 1_500, 100);
const won = movement(5_000, 0, 200);

const at = (second: number) => new Date(second * 1000);
const side = (kind: string, amountMinor: bigint) =>
  kind === 'stripe-balance'
    ? { kind, amountMinor, currency: 'USD' }
    : { kind, ownerId: 'campaign-1', amountMinor, currency: 'USD' };
const takenAway = {
  kind: 'dispute-opened',
  externalRef: 'dispute:du_1:opened',
  subjectId: 'gift-1',
  happenedAt: at(100),
  postings: [side('dispute-reserve', 5_000n), side('dispute-fees', 1_500n), side('stripe-balance', -6_500n)],
};

test('a donor’s bank takes the gift and a fee at once: the gift is put aside, the fee is spent', () => {
  expect(disputeDrafts(dispute('needs_response', opened), gift)).toEqual([takenAway]);
});

test('a question of the bank’s moves nothing, however it ends', () => {
  for (const status of ['warning_needs_response', 'warning_closed', 'lost']) {
    expect(disputeDrafts(dispute(status), gift)).toEqual([]);
  }
});

test('won: what was put aside is back, and only what Stripe gives back of its fee', () => {
  expect(disputeDrafts(dispute('won', opened, movement(5_000, -1_500, 200)), gift)).toEqual([
    takenAway,
    {
      kind: 'dispute-won',
      externalRef: 'dispute:du_1:won',
      subjectId: 'gift-1',
      happenedAt: at(200),
      postings: [side('dispute-reserve', -5_000n), side('dispute-fees', -1_500n), side('stripe-balance', 6_500n)],
    },
  ]);
});

test('lost: what was put aside is gone, in the moment of the last movement', () => {
  const lost = {
    kind: 'dispute-lost',
    externalRef: 'dispute:du_1:lost',
    subjectId: 'gift-1',
    happenedAt: at(100),
    postings: [side('disputes-lost', 5_000n), side('dispute-reserve', -5_000n)],
  };
  expect(disputeDrafts(dispute('lost', opened), gift)).toEqual([takenAway, lost]);
});

test('lost after all was given back: nothing is left to lose', () => {
  const drafts = disputeDrafts(dispute('lost', opened, won), gift);
  expect(drafts.map(({ kind }) => kind)).toEqual(['dispute-opened', 'dispute-won']);
});

test('taken, given back and taken again: each is booked under a name of its own, and what is lost is the last', () => {
  const drafts = disputeDrafts(dispute('lost', opened, won, movement(-4_000, 0, 300), movement(1_000, 0, 400)), gift);
  expect(drafts.map(({ externalRef }) => externalRef)).toEqual([
    'dispute:du_1:opened',
    'dispute:du_1:opened:2',
    'dispute:du_1:won',
    'dispute:du_1:won:2',
    'dispute:du_1:lost',
  ]);
  expect(drafts.at(-1)).toMatchObject({
    happenedAt: at(400),
    postings: [{ amountMinor: 3_000n }, { amountMinor: -3_000n }],
  });
});

test('whatever Stripe moved, every draft sums to zero', () => {
  for (const draft of disputeDrafts(dispute('lost', opened, won, movement(-4_000, 700, 300)), gift)) {
    expect(draft.postings.reduce((sum, { amountMinor }) => sum + amountMinor, 0n)).toBe(0n);
  }
});

test('the sums that finance is shown: fee, fee given back, and what is still held', () => {
  expect(disputeSums(dispute('needs_response', opened))).toEqual({ fee: 1_500n, feeReturned: 0n, held: 5_000n });
  expect(disputeSums(dispute('won', opened, movement(5_000, -1_000, 200)))).toEqual({
    fee: 1_500n,
    feeReturned: 1_000n,
    held: 0n,
  });
  expect(disputeSums(dispute('warning_closed'))).toEqual({ fee: 0n, feeReturned: 0n, held: 0n });
  // A movement of nothing is neither taken nor given back.
  expect(disputeSums(dispute('lost', opened, movement(0, 9, 200)))).toEqual({
    fee: 1_500n,
    feeReturned: 0n,
    held: 5_000n,
  });
});

test('the words of Stripe that end a dispute', () => {
  expect([...closedStatuses].sort()).toEqual(['lost', 'prevented', 'warning_closed', 'won']);
});
