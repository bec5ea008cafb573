import { splitRefund } from '@upstander/ledger';

/** What of a refund takes back the gift, and what takes back the cover. */
export interface Share {
  intendedMinor: bigint;
  coverMinor: bigint;
}

/**
 * Splits the refunds of one gift, given in the order they were made. Each refund counts for those after it, failed ones
 * too: whether we hear of a failure before or after the next refund must not matter. Only where that leaves no room do
 * the failed ones not count, because then Stripe must have known of them.
 * @throws RangeError when they are more than the charge.
 */
export function refundShares(
  gift: { intendedMinor: bigint; coverMinor: bigint },
  refunds: ReadonlyArray<{ amountMinor: bigint; failed: boolean }>,
): Share[] {
  const charged = gift.intendedMinor + gift.coverMinor;
  let all = 0n;
  let standing = 0n;
  return refunds.map(({ amountMinor, failed }) => {
    const refundedMinor = all + amountMinor <= charged ? all : standing;
    all += amountMinor;
    if (!failed) standing += amountMinor;
    return splitRefund({ ...gift, amountMinor, refundedMinor });
  });
}
