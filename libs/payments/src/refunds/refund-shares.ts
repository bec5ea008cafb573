import { splitRefund } from '@upstander/ledger';

export interface RefundShare {
  intendedMinor: bigint;
  coverMinor: bigint;
}

/**
 * Splits the refunds of a gift, given in chronological order. Every refund counts for later ones, even
 * if it failed, so the result doesn't depend on when we learn of the failure. If that leaves no room, failed refunds
 * don't count, because Stripe must have known of the failure.
 * @throws RangeError if the refunds exceed the charge
 */
export function refundShares(
  gift: { intendedMinor: bigint; coverMinor: bigint },
  refunds: ReadonlyArray<{ amountMinor: bigint; failed: boolean }>,
): RefundShare[] {
  const charged = gift.intendedMinor + gift.coverMinor;
  let total = 0n;
  let totalWithoutFailed = 0n;
  return refunds.map(({ amountMinor, failed }) => {
    const refundedMinor = total + amountMinor <= charged ? total : totalWithoutFailed;
    total += amountMinor;
    if (!failed) totalWithoutFailed += amountMinor;
    return splitRefund({ ...gift, amountMinor, refundedMinor });
  });
}
