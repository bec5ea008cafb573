import { decimalText as exactText, formatMoney, parseMoney as parseMinor } from '@upstander/money';
import { intlTag, type Locale } from '../i18n/locale.js';

/** Minor units, as a string if not exact as a number. */
export interface MoneyValue {
  amountMinor: number | string;
  currency: string;
}

/** Formats minor units exactly for an input field: 2550 as “25.50”. */
export function decimalText({ amountMinor, currency }: MoneyValue): string {
  return exactText(BigInt(amountMinor), currency);
}

/** Formats “$1,234.50”. With `short`, zero cents are omitted: “$1,234”. */
export function moneyText(
  locale: Locale,
  { amountMinor, currency }: MoneyValue,
  options: { short?: boolean } = {},
): string {
  return formatMoney({ amountMinor: BigInt(amountMinor), currency }, intlTag(locale), options);
}

/**
 * Parses a typed amount (“25”, “25.50”, “$1,250”, “1.250,50”) into minor units.
 * Returns null if it is no amount of this currency, ambiguous (“1.234”), or not exact as a number.
 */
export function parseMoney(typed: string, currency: string): number | null {
  const minor = parseMinor(typed, currency);
  return minor === null || minor > BigInt(Number.MAX_SAFE_INTEGER) ? null : Number(minor);
}
