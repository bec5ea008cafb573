import { decimalText as exactText, formatMoney, parseMoney as parseMinor } from '@upstander/money';
import { intlTag, type Locale } from '../i18n/locale.js';

/** As the API sends it: whole minor units, as text where a number would lose some. */
export interface MoneyValue {
  amountMinor: number | string;
  currency: string;
}

/** “25.50” of 2550 minor units, exactly: what stands in a field before somebody changes it. */
export function decimalText({ amountMinor, currency }: MoneyValue): string {
  return exactText(BigInt(amountMinor), currency);
}

/** “$1,234.50”. With `short`, cents that are nothing are left out: “$1,234”. */
export function moneyText(
  locale: Locale,
  { amountMinor, currency }: MoneyValue,
  wish: { short?: boolean } = {},
): string {
  return formatMoney({ amountMinor: BigInt(amountMinor), currency }, intlTag(locale), wish);
}

/**
 * The minor units that somebody typed (“25”, “25.50”, “$1,250”, “1.250,50”), as a number that JSON carries. Null when it
 * is no amount of this currency, could mean two things (“1.234”), or is more than a number holds exactly.
 */
export function parseMoney(typed: string, currency: string): number | null {
  const minor = parseMinor(typed, currency);
  return minor === null || minor > BigInt(Number.MAX_SAFE_INTEGER) ? null : Number(minor);
}
