/** What a processor takes of a charge: a share of it, rounded half up to a minor unit, and a fixed part. */
export interface FeeRates {
  /** Decimal text, such as '2.9'. */
  percent: string;
  fixedMinor: bigint | number;
}

const scale = 1_000_000n;

/** '2.9' (percent) as millionths: 29,000. */
function millionths(percent: string): bigint {
  const [, whole, fraction = ''] = /^(\d{1,2})(?:\.(\d{1,4}))?$/.exec(percent) ?? [];
  if (whole === undefined) throw new RangeError(`Not a percentage: ${percent}`);
  return BigInt(whole + fraction.padEnd(4, '0'));
}

/** The fee on a charge: round(charge · share) + fixed, in whole minor units. */
export function feeOn(chargedMinor: bigint, rates: FeeRates): bigint {
  return (chargedMinor * millionths(rates.percent) * 2n + scale) / (scale * 2n) + BigInt(rates.fixedMinor);
}

/**
 * What a donor adds so that the whole intended gift arrives: the smallest charge T with T − fee(T) ≥ intended, less
 * the intended gift. The closed form ceil((D + f) / (1 − r)) would take a cent too much on about half of all amounts,
 * because the fee itself is rounded; so it only says where to look. `step` is the smallest step a charge can take.
 * @throws RangeError when nothing is intended.
 */
export function smallestCover(intendedMinor: bigint, rates: FeeRates, step = 1n): bigint {
  if (intendedMinor <= 0n) throw new RangeError('Only a gift has a fee to cover.');
  const share = millionths(rates.percent);
  // What is left of a charge never falls when the charge grows, so the first that is enough is the smallest.
  let charged = ((intendedMinor + BigInt(rates.fixedMinor) - 1n) * scale) / (scale - share);
  charged -= charged % step;
  while (charged - feeOn(charged, rates) < intendedMinor) charged += step;
  return charged - intendedMinor;
}
