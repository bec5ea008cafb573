import { decimals, smallestStep } from '@upstander/money';
import type { MoneyValue } from '@upstander/web-kit';

/** Amounts for the buttons of the gift form, in units of the currency; the smallest that are allowed, and up. */
const ladder = [5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000, 25_000, 50_000, 100_000];
const buttons = 5;

/** Five amounts to choose from. Where a unit is worth little (no cents), they are a hundred times as many. */
export function presetAmounts(minimum: MoneyValue): MoneyValue[] {
  const digits = decimals(minimum.currency);
  const cents = digits > 0 && smallestStep(minimum.currency) === 1n;
  const scale = 10 ** digits * (cents ? 1 : 100);
  const allowed = ladder.map((units) => units * scale).filter((minor) => BigInt(minor) >= BigInt(minimum.amountMinor));
  // A gift of five is welcome under “another amount”; as a button it only draws others down.
  const from = allowed.findIndex((minor) => minor >= 25 * scale);
  return allowed.slice(from, from + buttons).map((amountMinor) => ({ amountMinor, currency: minimum.currency }));
}
