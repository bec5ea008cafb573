/** A percentage, rounded half up to a minor unit, plus a fixed amount. */
export interface FeeRates {
  /** Decimal string, for example '2.9'. */
  percent: string;
  fixedMinor: bigint | number;
}

const scale = 1_000_000n;

/** Converts a percentage to millionths: '2.9' to 29,000. */
function millionths(percent: string): bigint {
  const [, whole, fraction = ''] = /^(\d{1,2})(?:\.(\d{1,4}))?$/.exec(percent) ?? [];
  if (whole === undefined) throw new RangeError(`Not a percentage: ${percent}`);
  return BigInt(whole + fraction.padEnd(4, '0'));
}

/** Returns round(charge · percentage) + fixed, in minor units. */
export function feeOn(chargedMinor: bigint, rates: FeeRates): bigint {
  return (chargedMinor * millionths(rates.percent) * 2n + scale) / (scale * 2n) + BigInt(rates.fixedMinor);
}

/**
 * Returns the amount a donor adds so that the full gift arrives after the fee.
 * Finds the smallest charge T with T − fee(T) ≥ intended. Because the fee is rounded, ceil((D + f) / (1 − r)) is a cent
 * too high for about half of all amounts, so it serves only as the starting point. @param step smallest step of a
 * charge in minor units
 * @throws RangeError if the gift isn't positive
 */
export function smallestCover(intendedMinor: bigint, rates: FeeRates, step = 1n): bigint {
  if (intendedMinor <= 0n) throw new RangeError('Only a gift has a fee to cover.');
  const share = millionths(rates.percent);
  // The net amount never falls as the charge grows.
  let charged = ((intendedMinor + BigInt(rates.fixedMinor) - 1n) * scale) / (scale - share);
  charged -= charged % step;
  while (charged - feeOn(charged, rates) < intendedMinor) charged += step;
  return charged - intendedMinor;
}
