import type Stripe from 'stripe';
import { closedStatuses, disputeDrafts, disputeSums } from './dispute-postings.js';

const gift = { id: 'gift-1', campaignId: 'campaign-1', currency: 'USD', intendedMinor: 5_000n, coverMinor: 0n };

/** A balance transaction of a dispute: amount, fee, and time in seconds. */
const movement = (amount: number, fee: number, created: number) => ({ amount, fee, created });
const dispute = (status: string, ...movements: Array<ReturnType<typeof movement>>) =>
  ({ id: 'du_1', status, created: 50, balance_transactions: movements }) as unknown as Stripe.Dispute;
const openMovement = movement(-5_000, 1_500, 100);
const wonMovement = movement(5_000, 0, 200);

const at = (second: number) => new Date(second * 1000);
const postingSide = (kind: string, amountMinor: bigint) =>
  kind === 'stripe-balance'
    ? { kind, amountMinor, currency: 'USD' }
    : { kind, ownerId: 'campaign-1', amountMinor, currency: 'USD' };
const withdrawalDraft = {
  kind: 'dispute-opened',
  externalRef: 'dispute:du_1:opened',
  subjectId: 'gift-1',
  happenedAt: at(100),
  postings: [
    postingSide('dispute-reserve', 5_000n),
    postingSide('dispute-fees', 1_500n),
    postingSide('stripe-balance', -6_500n),
  ],
};

test('reserves the gift and books the fee when a dispute withdraws both', () => {
  expect(disputeDrafts(dispute('needs_response', openMovement), gift)).toEqual([withdrawalDraft]);
});

test('books nothing for an inquiry, whatever its outcome', () => {
  for (const status of ['warning_needs_response', 'warning_closed', 'lost']) {
    expect(disputeDrafts(dispute(status), gift)).toEqual([]);
  }
});

test('releases the reserve when the dispute is won, and only the fee that Stripe returns', () => {
  expect(disputeDrafts(dispute('won', openMovement, movement(5_000, -1_500, 200)), gift)).toEqual([
    withdrawalDraft,
    {
      kind: 'dispute-won',
      externalRef: 'dispute:du_1:won',
      subjectId: 'gift-1',
      happenedAt: at(200),
      postings: [
        postingSide('dispute-reserve', -5_000n),
        postingSide('dispute-fees', -1_500n),
        postingSide('stripe-balance', 6_500n),
      ],
    },
  ]);
});

test('books the reserve as lost at the time of the last movement', () => {
  const lost = {
    kind: 'dispute-lost',
    externalRef: 'dispute:du_1:lost',
    subjectId: 'gift-1',
    happenedAt: at(100),
    postings: [postingSide('disputes-lost', 5_000n), postingSide('dispute-reserve', -5_000n)],
  };
  expect(disputeDrafts(dispute('lost', openMovement), gift)).toEqual([withdrawalDraft, lost]);
});

test('books no loss if everything was returned before', () => {
  const drafts = disputeDrafts(dispute('lost', openMovement, wonMovement), gift);
  expect(drafts.map(({ kind }) => kind)).toEqual(['dispute-opened', 'dispute-won']);
});

test('numbers repeated withdrawals and returns, and books the final remainder as lost', () => {
  const drafts = disputeDrafts(
    dispute('lost', openMovement, wonMovement, movement(-4_000, 0, 300), movement(1_000, 0, 400)),
    gift,
  );
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

test('balances every draft to zero', () => {
  for (const draft of disputeDrafts(dispute('lost', openMovement, wonMovement, movement(-4_000, 700, 300)), gift)) {
    expect(draft.postings.reduce((sum, { amountMinor }) => sum + amountMinor, 0n)).toBe(0n);
  }
});

test('calculates the fee, the returned fee and the amount still held', () => {
  expect(disputeSums(dispute('needs_response', openMovement))).toEqual({ fee: 1_500n, feeReturned: 0n, held: 5_000n });
  expect(disputeSums(dispute('won', openMovement, movement(5_000, -1_000, 200)))).toEqual({
    fee: 1_500n,
    feeReturned: 1_000n,
    held: 0n,
  });
  expect(disputeSums(dispute('warning_closed'))).toEqual({ fee: 0n, feeReturned: 0n, held: 0n });
  // A movement of zero counts as neither withdrawn nor returned.
  expect(disputeSums(dispute('lost', openMovement, movement(0, 9, 200)))).toEqual({
    fee: 1_500n,
    feeReturned: 0n,
    held: 5_000n,
  });
});

test('lists the Stripe statuses that close a dispute', () => {
  expect([...closedStatuses].sort()).toEqual(['lost', 'prevented', 'warning_closed', 'won']);
});
