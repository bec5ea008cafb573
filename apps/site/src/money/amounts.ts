import { digitsOf, type MoneyValue } from '@upstander/web-kit';

/** Amounts for the buttons of the gift form, in units of the currency; the smallest that are allowed, and up. */
const ladder = [5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000, 25_000, 50_000, 100_000];
const buttons = 5;

/** Five amounts to choose from. Where a unit is worth little (no cents), they are a hundred times as many. */
export function presetAmounts(minimum: MoneyValue): MoneyValue[] {
  const digits = digitsOf(minimum.currency);
  const scale = digits === 0 ? 100 : 10 ** digits;
  const allowed = ladder.map((units) => units * scale).filter((minor) => BigInt(minor) >= BigInt(minimum.amountMinor));
  // A gift of five is welcome under “another amount”; as a button it only draws others down.
  const from = allowed.findIndex((minor) => minor >= 25 * scale);
  return allowed.slice(from, from + buttons).map((amountMinor) => ({ amountMinor, currency: minimum.currency }));
}
