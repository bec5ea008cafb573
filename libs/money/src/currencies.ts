/**
 * Stripe's number of decimals, if not two.
 * Differs from ISO 4217 for some: https://docs.stripe.com/currencies#zero-decimal and #special-cases.
 */
const digits: Readonly<Record<string, number>> = {
  BIF: 0,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  MGA: 0,
  PYG: 0,
  RWF: 0,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
  BHD: 3,
  JOD: 3,
  KWD: 3,
  OMR: 3,
  TND: 3,
};

/** Currencies with two decimals but no fractions. Stripe rejects amounts that don't end in 00. */
const wholeUnits: ReadonlySet<string> = new Set(['ISK', 'UGX']);

/** Returns 2 for USD, 0 for JPY, 3 for KWD. */
export function decimals(currency: string): number {
  return digits[currency] ?? 2;
}

/** Returns the smallest step in minor units: 1, or 100 for currencies without fractions. */
export function smallestStep(currency: string): bigint {
  return wholeUnits.has(currency) ? 100n : 1n;
}

/** Returns true for an uppercase ISO 4217 code. */
export function isCurrency(code: string): boolean {
  return /^[A-Z]{3}$/.test(code);
}

/** Returns the currencies with this number of decimals, for SQL. */
export function currenciesWith(places: 0 | 3): string[] {
  return Object.keys(digits).filter((currency) => digits[currency] === places);
}
