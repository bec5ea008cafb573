import { decimals, smallestStep } from '@upstander/money';
import { parseMoney, type MoneyValue } from '@upstander/web-kit';

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
 * Returns five amounts to choose from.
 * They include amounts with a text, or else amounts in the story ("$62 pays for one night"). Currencies without cents
 * use amounts a hundred times as high.
 */
export function presetAmounts({ minimum, storyHtml, suggestedAmounts }: AmountSource): MoneyValue[] {
  const { currency } = minimum;
  const digits = decimals(currency);
  const cents = digits > 0 && smallestStep(currency) === 1n;
  const scale = 10 ** digits * (cents ? 1 : 100);
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
  const storyAmounts = amountsIn(storyHtml, currency)
    .filter((minor) => minor >= minimumMinor && minor <= 1000 * scale && !roundAmounts.includes(minor))
    .slice(0, storyButtonCount);
  const preferredAmounts = suggestedMinors.length > 0 ? suggestedMinors.slice(0, buttonCount) : storyAmounts;
  // Each of these amounts replaces the nearest round amount.
  const selectedAmounts = preferredAmounts.reduce((amounts, minor) => {
    if (amounts.includes(minor)) return amounts;
    const availableAmounts = amounts.filter((amount) => !preferredAmounts.includes(amount));
    const closestAmount = availableAmounts.reduce((closest, amount) =>
      Math.abs(amount - minor) < Math.abs(closest - minor) ? amount : closest,
    );
    return amounts.map((amount) => (amount === closestAmount ? minor : amount));
  }, roundAmounts);
  return selectedAmounts.sort((a, b) => a - b).map((amountMinor) => ({ amountMinor, currency }));
}

/**
 * Returns the amounts mentioned in a text, such as "$62" or "62 €", in minor units, in order and without duplicates.
 */
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
