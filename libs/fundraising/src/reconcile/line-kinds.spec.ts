import { expectedRef, kindOf, type Line } from './line-kinds.js';

const line = (type: string, amount: number, parts: Partial<Line> = {}) =>
  ({ id: 'txn_1', type, amount, source: 'src_1', reporting_category: type, ...parts }) as Line;

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
  // Nothing moved: nothing has come back.
  ['refund', 0, 'refund', 'refund:src_1'],
])('a line of type %s over %i is about a %s, which the ledger knows as %s', (type, amount, kind, ref) => {
  expect(kindOf(line(type, amount))).toBe(kind);
  expect(expectedRef(line(type, amount))).toBe(ref);
});

test.each([
  ['dispute', -5_000, 'dispute:src_1:opened'],
  ['dispute_reversal', 5_000, 'dispute:src_1:won'],
  ['dispute', 0, 'dispute:src_1:won'],
])('an adjustment that Stripe reports as %s over %i is known as %s', (category, amount, ref) => {
  const adjustment = line('adjustment', amount, { reporting_category: category });
  expect(kindOf(adjustment)).toBe('dispute');
  expect(expectedRef(adjustment)).toBe(ref);
});

test('an adjustment of another sort is known by its own name', () => {
  expect(expectedRef(line('adjustment', -5, { reporting_category: 'other_adjustment' }))).toBe('line:txn_1');
});

test('a line that Stripe shows with its whole source, or with none', () => {
  expect(expectedRef(line('charge', 5, { source: { id: 'ch_7' } as Line['source'] }))).toBe('charge:ch_7');
  expect(expectedRef(line('charge', 5, { source: null }))).toBe('charge:txn_1');
});
