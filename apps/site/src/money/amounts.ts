import { decimals, smallestStep } from '@upstander/money';
import { parseMoney, type MoneyValue } from '@upstander/web-kit';

/** Amounts for the buttons of the gift form, in units of the currency; the smallest that are allowed, and up. */
const ladder = [5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000, 25_000, 50_000, 100_000];
const buttons = 5;
/** So many buttons say what the story says; the others stay round. */
const fromStory = 2;

interface Asking {
  minimum: MoneyValue;
  storyHtml: string;
  /** Amounts of which somebody has said what they do. */
  suggestedAmounts: ReadonlyArray<{ amountMinor: number | string }>;
}

/**
 * Five amounts to choose from. Those of which it is said what they do are among them; where none is, those that the story
 * names (“$62 pays for one night”). Where a unit is worth little (no cents), they are a hundred times as many.
 */
export function presetAmounts({ minimum, storyHtml, suggestedAmounts }: Asking): MoneyValue[] {
  const { currency } = minimum;
  const digits = decimals(currency);
  const cents = digits > 0 && smallestStep(currency) === 1n;
  const scale = 10 ** digits * (cents ? 1 : 100);
  const allowed = ladder.map((units) => units * scale).filter((minor) => BigInt(minor) >= BigInt(minimum.amountMinor));
  // A gift of five is welcome under “another amount”; as a button it only draws others down.
  const from = allowed.findIndex((minor) => minor >= 25 * scale);
  const round = allowed.slice(from, from + buttons);
  const least = Math.max(10 * scale, Number(minimum.amountMinor));
  const suggested = suggestedAmounts
    .map(({ amountMinor }) => Number(amountMinor))
    .filter((minor) => minor >= Number(minimum.amountMinor));
  const inStory = amountsIn(storyHtml, currency)
    .filter((minor) => minor >= least && minor <= 1000 * scale && !round.includes(minor))
    .slice(0, fromStory);
  const told = suggested.length > 0 ? suggested.slice(0, buttons) : inStory;
  // What is said takes the place of the round amount nearest to it.
  const chosen = told.reduce((amounts, minor) => {
    if (amounts.includes(minor)) return amounts;
    const open = amounts.filter((amount) => !told.includes(amount));
    const nearest = open.reduce((best, amount) => (Math.abs(amount - minor) < Math.abs(best - minor) ? amount : best));
    return amounts.map((amount) => (amount === nearest ? minor : amount));
  }, round);
  return chosen.sort((a, b) => a - b).map((amountMinor) => ({ amountMinor, currency }));
}

/** The amounts a text names in a currency, such as “$62” or “62 €”, in its smallest units, each once and as they come. */
function amountsIn(text: string, currency: string): number[] {
  const symbol = new Intl.NumberFormat('en', { style: 'currency', currency, currencyDisplay: 'narrowSymbol' })
    .formatToParts(0)
    .find(({ type }) => type === 'currency')!
    .value.replace(/[$^.*+?()[\]{}|\\]/g, '\\$&');
  // Bounded on every side: a story is long, and somebody else wrote it.
  const number = String.raw`\d{1,7}(?:[.,]\d{3})?(?:[.,]\d{2})?(?![\d.,]*\d)`;
  const said = new RegExp(
    `(?:${symbol}|${currency})[ \u00A0]?(${number})|(?<![\\d.,])(${number})[ \u00A0]?(?:${symbol}|${currency})`,
    'g',
  );
  const minors = [...text.matchAll(said)].map(([, before, after]) => parseMoney(before ?? after ?? '', currency));
  return [...new Set(minors.filter((minor) => minor !== null).map(Number))];
}
