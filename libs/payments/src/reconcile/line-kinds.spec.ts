import { expectedRef, kindOf, type StripeBalanceTransaction } from './line-kinds.js';

const line = (type: string, amount: number, parts: Partial<StripeBalanceTransaction> = {}) =>
  ({ id: 'txn_1', type, amount, source: 'src_1', reporting_category: type, ...parts }) as StripeBalanceTransaction;

test.each([
  ['charge', 5_000, 'charge', 'charge:src_1'],
  ['payment', 5_000, 'charge', 'charge:src_1'],
  ['refund', -700, 'refund', 'refund:src_1'],
  ['payment_refund', -700, 'refund', 'refund:src_1'],
  ['refund_failure', 700, 'refund', 'refund:src_1:failed'],
  ['payment_failure_refund', 700, 'refund', 'refund:src_1:failed'],
  ['payout', -9_000, 'payout', 'payout:src_1'],
  ['payout_failure', 9_000, 'payout', 'payout:src_1:failed'],
  ['payout_cancel', 9_000, 'payout', 'payout:src_1:failed'],
  ['stripe_fee', -25, 'other', 'line:txn_1'],
  ['stripe_fee', 25, 'other', 'line:txn_1'],
  // Without an amount, nothing came back.
  ['refund', 0, 'refund', 'refund:src_1'],
])('classifies type %s with amount %i as %s with the reference %s', (type, amount, kind, ref) => {
  expect(kindOf(line(type, amount))).toBe(kind);
  expect(expectedRef(line(type, amount))).toBe(ref);
});

test.each([
  ['dispute', -5_000, 'dispute:src_1:opened'],
  ['dispute_reversal', 5_000, 'dispute:src_1:won'],
  ['dispute', 0, 'dispute:src_1:won'],
])('maps an adjustment reported as %s with amount %i to %s', (category, amount, ref) => {
  const adjustment = line('adjustment', amount, { reporting_category: category });
  expect(kindOf(adjustment)).toBe('dispute');
  expect(expectedRef(adjustment)).toBe(ref);
});

test('uses its own ID as the reference of any other adjustment', () => {
  expect(expectedRef(line('adjustment', -5, { reporting_category: 'other_adjustment' }))).toBe('line:txn_1');
});

test('accepts an expanded source or none', () => {
  expect(expectedRef(line('charge', 5, { source: { id: 'ch_7' } as StripeBalanceTransaction['source'] }))).toBe(
    'charge:ch_7',
  );
  expect(expectedRef(line('charge', 5, { source: null }))).toBe('charge:txn_1');
});
