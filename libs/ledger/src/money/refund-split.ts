/**
 * Splits a refund into the intended gift and the added fee cover.
 * The gift is refunded first, so a campaign's progress falls with the first refunded dollar. A full refund includes the
 * cover.
 *
 * `refundedMinor` is the total of earlier refunds of this gift, both parts together.
 * @throws RangeError if the refund isn't positive or exceeds the rest of the charge
 */
export function splitRefund(refund: {
  amountMinor: bigint;
  intendedMinor: bigint;
  coverMinor: bigint;
  refundedMinor: bigint;
}): { intendedMinor: bigint; coverMinor: bigint } {
  const { amountMinor, intendedMinor, coverMinor, refundedMinor } = refund;
  const left = intendedMinor + coverMinor - refundedMinor;
  if (amountMinor <= 0n || amountMinor > left) throw new RangeError(`A refund of ${amountMinor} out of ${left}.`);
  const giftLeft = intendedMinor > refundedMinor ? intendedMinor - refundedMinor : 0n;
  const ofGift = amountMinor < giftLeft ? amountMinor : giftLeft;
  return { intendedMinor: ofGift, coverMinor: amountMinor - ofGift };
}
