/**
 * What a refund takes back: the intended gift first, then what was added for the fee. So the progress of a campaign
 * falls with the first dollar that goes back, and a donor who gets everything back gets the cover too.
 *
 * `refundedMinor` is what earlier refunds of this gift took (both parts together).
 * @throws RangeError when the refund is not positive or more than what is left of the charge.
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
