import type Stripe from 'stripe';
import { hasLeftBalance, isFailed, refundDrafts, unmatchedRefundDrafts } from './refund-postings.js';

const gift = { id: 'gift-1', campaignId: 'campaign-1', currency: 'USD', intendedMinor: 5_000n, coverMinor: 180n };
const share = { intendedMinor: 5_000n, coverMinor: 180n };
const refund = (status: string, line: string | null = 'txn_1') =>
  ({ id: 're_1', amount: 5_180, currency: 'usd', created: 100, status, balance_transaction: line }) as Stripe.Refund;
const happenedAt = new Date(100_000);

const refundDraft = {
  kind: 'refund',
  externalRef: 'refund:re_1',
  subjectId: 'gift-1',
  happenedAt,
  postings: [
    { kind: 'refunded', ownerId: 'campaign-1', amountMinor: 5_000n, currency: 'USD' },
    { kind: 'refunded-cover', ownerId: 'campaign-1', amountMinor: 180n, currency: 'USD' },
    { kind: 'stripe-balance', amountMinor: -5_180n, currency: 'USD' },
  ],
};

test.each(['succeeded', 'pending', 'requires_action'])(
  'debits the gift and the fee coverage from the campaign for a %s refund',
  (status) => {
    expect(refundDrafts(refund(status), gift, share)).toEqual([refundDraft]);
    // A pending refund is booked before Stripe lists its balance transaction.
    expect(refundDrafts(refund(status, null), gift, share)).toEqual([refundDraft]);
  },
);

test.each(['failed', 'canceled'])('books and reverses a refund that left and came back (%s)', (status) => {
  expect(refundDrafts(refund(status), gift, share)).toEqual([
    refundDraft,
    {
      ...refundDraft,
      externalRef: 'refund:re_1:failed',
      postings: [
        { kind: 'refunded', ownerId: 'campaign-1', amountMinor: -5_000n, currency: 'USD' },
        { kind: 'refunded-cover', ownerId: 'campaign-1', amountMinor: -180n, currency: 'USD' },
        { kind: 'stripe-balance', amountMinor: 5_180n, currency: 'USD' },
      ],
    },
  ]);
});

test('books nothing for a refund that failed before it left', () => {
  for (const status of ['failed', 'canceled']) expect(refundDrafts(refund(status, null), gift, share)).toEqual([]);
});

test('refunds an unmatched charge from the unmatched account and reverses it on failure', () => {
  const left = {
    kind: 'refund',
    externalRef: 'refund:re_1',
    subjectId: null,
    happenedAt,
    postings: [
      { kind: 'unmatched', amountMinor: 5_180n, currency: 'USD' },
      { kind: 'stripe-balance', amountMinor: -5_180n, currency: 'USD' },
    ],
  };
  expect(unmatchedRefundDrafts(refund('succeeded'))).toEqual([left]);
  expect(unmatchedRefundDrafts(refund('failed'))).toMatchObject([
    left,
    { externalRef: 'refund:re_1:failed', postings: [{ amountMinor: -5_180n }, { amountMinor: 5_180n }] },
  ]);
});

test.each([
  ['succeeded', 'txn_1', false, true],
  ['succeeded', null, false, true],
  ['pending', null, false, true],
  ['failed', 'txn_1', true, true],
  ['failed', null, true, false],
  ['canceled', 'txn_1', true, true],
  ['canceled', null, true, false],
])('a %s refund with balance transaction %s: failed %s, left %s', (status, line, failed, left) => {
  expect(isFailed(refund(status, line))).toBe(failed);
  expect(hasLeftBalance(refund(status, line))).toBe(left);
});
