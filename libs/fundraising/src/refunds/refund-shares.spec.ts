import { refundShares } from './refund-shares.js';

const gift = { intendedMinor: 5_000n, coverMinor: 180n };
const back = (amountMinor: bigint, failed = false) => ({ amountMinor, failed });
const share = (intendedMinor: bigint, coverMinor: bigint) => ({ intendedMinor, coverMinor });

test('the gift goes back first, then the cover', () => {
  expect(refundShares(gift, [back(4_000n), back(1_100n), back(80n)])).toEqual([
    share(4_000n, 0n),
    share(1_000n, 100n),
    share(0n, 80n),
  ]);
  expect(refundShares(gift, [])).toEqual([]);
});

test('a refund that failed counts for the next one, as if we had not heard of the failure yet', () => {
  const before = refundShares(gift, [back(3_000n), back(2_180n)]);
  expect(before).toEqual([share(3_000n, 0n), share(2_000n, 180n)]);
  expect(refundShares(gift, [back(3_000n, true), back(2_180n)])).toEqual(before);
});

test('where a failed one leaves no room, it does not count', () => {
  expect(refundShares(gift, [back(5_180n, true), back(5_180n)])).toEqual([share(5_000n, 180n), share(5_000n, 180n)]);
  expect(refundShares(gift, [back(1_000n), back(4_180n, true), back(4_100n), back(80n)])).toEqual([
    share(1_000n, 0n),
    share(4_000n, 180n),
    share(4_000n, 100n),
    share(0n, 80n),
  ]);
});

test('more than the charge cannot go back', () => {
  expect(() => refundShares(gift, [back(5_181n)])).toThrow(RangeError);
  expect(() => refundShares(gift, [back(5_000n), back(181n)])).toThrow('A refund of 181 out of 180.');
});
