import { decimals, smallestStep } from '@upstander/money';
import { parseMoney, type MoneyValue } from '@upstander/web-kit';

/** Always among the buttons: the amount most people look for. */
const usualAmount = 50;

/** Candidate amounts for the gift form's buttons, in units of the currency. */
const candidateAmounts = [5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000, 25_000, 50_000, 100_000];
const buttonCount = 5;
const storyButtonCount = 2;

interface AmountSource {
  minimum: MoneyValue;
  storyHtml: string;
  /** Amounts with a text about what they pay for. */
  suggestedAmounts: ReadonlyArray<{ amountMinor: number | string }>;
}

/**
 * Returns up to five amounts. Amounts with a text are shown with 50 and without others, so that every button says what it
 * does. Without texts they include amounts in the story ("$62 pays for one night"). Currencies without cents use amounts
 * a hundred times as high.
 */
export function presetAmounts({ minimum, storyHtml, suggestedAmounts }: AmountSource): MoneyValue[] {
  const { currency } = minimum;
  const scale = scaleOf(currency);
  const usual = usualAmountOf(currency).amountMinor;
  const allowedAmounts = candidateAmounts
    .map((units) => units * scale)
    .filter((minor) => BigInt(minor) >= BigInt(minimum.amountMinor));
  // A $5 button lowers the average gift; it can still be typed.
  const startIndex = allowedAmounts.findIndex((minor) => minor >= 25 * scale);
  const roundAmounts = allowedAmounts.slice(startIndex, startIndex + buttonCount);
  const minimumMinor = Math.max(10 * scale, Number(minimum.amountMinor));
  const suggestedMinors = suggestedAmounts
    .map(({ amountMinor }) => Number(amountMinor))
    .filter((minor) => minor >= Number(minimum.amountMinor));
  if (suggestedMinors.length > 0) {
    const isUsualAllowed = BigInt(usual) >= BigInt(minimum.amountMinor);
    const chosen = suggestedMinors.slice(0, isUsualAllowed ? buttonCount - 1 : buttonCount);
    const all = new Set(isUsualAllowed ? [usual, ...chosen] : chosen);
    return [...all].sort((a, b) => a - b).map((amountMinor) => ({ amountMinor, currency }));
  }
  const storyAmounts = amountsIn(storyHtml, currency)
    .filter((minor) => minor >= minimumMinor && minor <= 1000 * scale && !roundAmounts.includes(minor))
    .slice(0, storyButtonCount);
  // Each of these amounts replaces the nearest round amount except the usual one.
  const selectedAmounts = storyAmounts.reduce((amounts, minor) => {
    const availableAmounts = amounts.filter((amount) => amount !== usual && !storyAmounts.includes(amount));
    const closestAmount = availableAmounts.reduce((closest, amount) =>
      Math.abs(amount - minor) < Math.abs(closest - minor) ? amount : closest,
    );
    return amounts.map((amount) => (amount === closestAmount ? minor : amount));
  }, roundAmounts);
  return selectedAmounts.sort((a, b) => a - b).map((amountMinor) => ({ amountMinor, currency }));
}

/** Minor units of one step of the buttons: a dollar, or a hundred yen. */
function scaleOf(currency: string): number {
  const digits = decimals(currency);
  return 10 ** digits * (digits > 0 && smallestStep(currency) === 1n ? 1 : 100);
}

/** Returns $50, or a similar amount in another currency. */
export const usualAmountOf = (currency: string): { amountMinor: number; currency: string } => ({
  amountMinor: usualAmount * scaleOf(currency),
  currency,
});

/** Finds amounts such as "$62" or "62 €". Returns minor units, in order and without duplicates. */
function amountsIn(text: string, currency: string): number[] {
  const symbol = new Intl.NumberFormat('en', { style: 'currency', currency, currencyDisplay: 'narrowSymbol' })
    .formatToParts(0)
    .find(({ type }) => type === 'currency')!
    .value.replace(/[$^.*+?()[\]{}|\\]/g, '\\$&');
  // All quantifiers are bounded, because stories are long and user-written.
  const number = String.raw`\d{1,7}(?:[.,]\d{3})?(?:[.,]\d{2})?(?![\d.,]*\d)`;
  const pattern = new RegExp(
    `(?:${symbol}|${currency})[ \u00A0]?(${number})|(?<![\\d.,])(${number})[ \u00A0]?(?:${symbol}|${currency})`,
    'g',
  );
  const minors = [...text.matchAll(pattern)].map(([, prefixAmount, suffixAmount]) =>
    parseMoney(prefixAmount ?? suffixAmount ?? '', currency),
  );
  return [...new Set(minors.filter((minor) => minor !== null).map(Number))];
}
