/**
 * How many digits stand behind the point, where it is not two. As Stripe counts an amount, which differs from ISO 4217
 * for a few: https://docs.stripe.com/currencies#zero-decimal and #special-cases.
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

/** Counted in hundredths, yet only whole units exist: Stripe refuses an amount that does not end in 00. */
const wholeUnits: ReadonlySet<string> = new Set(['ISK', 'UGX']);

/** The digits behind the point of a currency: 2 for USD, 0 for JPY, 3 for KWD. */
export function decimals(currency: string): number {
  return digits[currency] ?? 2;
}

/** The smallest step an amount can take, in minor units: 1, or 100 for a currency without hundredths. */
export function smallestStep(currency: string): bigint {
  return wholeUnits.has(currency) ? 100n : 1n;
}

/** Whether this is an ISO 4217 code in capitals, the only way a currency is written here. */
export function isCurrency(code: string): boolean {
  return /^[A-Z]{3}$/.test(code);
}

/** The currencies with so many digits behind the point, where that is not two: for SQL that writes decimals. */
export function currenciesWith(places: 0 | 3): string[] {
  return Object.keys(digits).filter((currency) => digits[currency] === places);
}
