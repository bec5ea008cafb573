import type { MoneyValue } from '@upstander/web-kit';

/** What a card payment costs, as a campaign says it. */
export interface FeeRates {
  /** Decimal text, such as '2.9'. */
  feePercent: string;
  feeFixed: MoneyValue;
}

/** What a donor sees before ticking: the gift, what covering adds, and what is then paid. */
export interface Covered {
  intended: MoneyValue;
  cover: MoneyValue;
  charged: MoneyValue;
}

const scale = 1_000_000n;

/**
 * The smallest charge T with T − fee(T) ≥ intended, where fee(T) = round(T · share) + fixed, as the API will charge it.
 * The page shows these cents before anything is sent.
 */
export function covered(intended: MoneyValue, { feePercent, feeFixed }: FeeRates): Covered {
  const [whole = '0', fraction = ''] = feePercent.split('.');
  const share = BigInt(whole + fraction.padEnd(4, '0').slice(0, 4));
  const fixed = BigInt(feeFixed.amountMinor);
  const gift = BigInt(intended.amountMinor);
  const leftOf = (charged: bigint): bigint => charged - (charged * share * 2n + scale) / (scale * 2n) - fixed;
  // What is left never falls when the charge grows, so the first that is enough is the smallest.
  let charged = ((gift + fixed - 1n) * scale) / (scale - share);
  while (leftOf(charged) < gift) charged += 1n;
  const money = (minor: bigint): MoneyValue => ({ amountMinor: minor.toString(), currency: intended.currency });
  return { intended, cover: money(charged - gift), charged: money(charged) };
}
