import { refundShares } from './refund-shares.js';

const gift = { intendedMinor: 5_000n, coverMinor: 180n };
const back = (amountMinor: bigint, failed = false) => ({ amountMinor, failed });
const shareOf = (intendedMinor: bigint, coverMinor: bigint) => ({ intendedMinor, coverMinor });

test('refunds the gift first, then the fee coverage', () => {
  expect(refundShares(gift, [back(4_000n), back(1_100n), back(80n)])).toEqual([
    shareOf(4_000n, 0n),
    shareOf(1_000n, 100n),
    shareOf(0n, 80n),
  ]);
  expect(refundShares(gift, [])).toEqual([]);
});

test('counts a failed refund for later ones, as if the failure were not known yet', () => {
  const before = refundShares(gift, [back(3_000n), back(2_180n)]);
  expect(before).toEqual([shareOf(3_000n, 0n), shareOf(2_000n, 180n)]);
  expect(refundShares(gift, [back(3_000n, true), back(2_180n)])).toEqual(before);
});

test('ignores a failed refund if later ones would not fit otherwise', () => {
  expect(refundShares(gift, [back(5_180n, true), back(5_180n)])).toEqual([
    shareOf(5_000n, 180n),
    shareOf(5_000n, 180n),
  ]);
  expect(refundShares(gift, [back(1_000n), back(4_180n, true), back(4_100n), back(80n)])).toEqual([
    shareOf(1_000n, 0n),
    shareOf(4_000n, 180n),
    shareOf(4_000n, 100n),
    shareOf(0n, 80n),
  ]);
});

test('rejects refunds that exceed the charge', () => {
  expect(() => refundShares(gift, [back(5_181n)])).toThrow(RangeError);
  expect(() => refundShares(gift, [back(5_000n), back(181n)])).toThrow('A refund of 181 out of 180.');
});
