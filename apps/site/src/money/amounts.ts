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
  const allowed = candidateAmounts
    .map((units) => units * scale)
    .filter((minor) => BigInt(minor) >= BigInt(minimum.amountMinor));
  // A $5 button lowers the average gift; it can still be typed.
  const from = allowed.findIndex((minor) => minor >= 25 * scale);
  const round = allowed.slice(from, from + buttonCount);
  const least = Math.max(10 * scale, Number(minimum.amountMinor));
  const suggested = suggestedAmounts
    .map(({ amountMinor }) => Number(amountMinor))
    .filter((minor) => minor >= Number(minimum.amountMinor));
  const inStory = amountsIn(storyHtml, currency)
    .filter((minor) => minor >= least && minor <= 1000 * scale && !round.includes(minor))
    .slice(0, storyButtonCount);
  const preferred = suggested.length > 0 ? suggested.slice(0, buttonCount) : inStory;
  // Each of these amounts replaces the nearest round amount.
  const chosen = preferred.reduce((amounts, minor) => {
    if (amounts.includes(minor)) return amounts;
    const open = amounts.filter((amount) => !preferred.includes(amount));
    const nearest = open.reduce((best, amount) => (Math.abs(amount - minor) < Math.abs(best - minor) ? amount : best));
    return amounts.map((amount) => (amount === nearest ? minor : amount));
  }, round);
  return chosen.sort((a, b) => a - b).map((amountMinor) => ({ amountMinor, currency }));
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
  const minors = [...text.matchAll(pattern)].map(([, before, after]) => parseMoney(before ?? after ?? '', currency));
  return [...new Set(minors.filter((minor) => minor !== null).map(Number))];
}
