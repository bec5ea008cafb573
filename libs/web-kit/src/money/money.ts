import { intlTag, type Locale } from '../i18n/locale.js';

/** As the API sends it: whole minor units, as text where a number would lose some. */
export interface MoneyValue {
  amountMinor: number | string;
  currency: string;
}

/** Currencies without a smaller unit, as Stripe charges them (docs.stripe.com/currencies, “Zero-decimal currencies”). */
const whole = new Set('BIF CLP DJF GNF JPY KMF KRW MGA PYG RWF UGX VND VUV XAF XOF XPF'.split(' '));

/** How many digits after the point the minor unit stands for. */
export function digitsOf(currency: string): number {
  return whole.has(currency.toUpperCase()) ? 0 : 2;
}

/** “25.5” of 2550 minor units, exactly: no number of the machine ever holds it as a fraction. */
export function decimalText({ amountMinor, currency }: MoneyValue): string {
  const digits = digitsOf(currency);
  const minor = BigInt(amountMinor);
  const text = (minor < 0n ? -minor : minor).toString().padStart(digits + 1, '0');
  const point = text.length - digits;
  return `${minor < 0n ? '-' : ''}${text.slice(0, point)}${digits > 0 ? `.${text.slice(point)}` : ''}`;
}

const formatters = new Map<string, Intl.NumberFormat>();

function formatter(locale: Locale, currency: string, digits: number): Intl.NumberFormat {
  const key = `${locale}|${currency}|${digits}`;
  let made = formatters.get(key);
  if (!made) {
    made = new Intl.NumberFormat(intlTag(locale), {
      style: 'currency',
      currency,
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
    formatters.set(key, made);
  }
  return made;
}

/** “$1,234.50”. With `short`, cents that are nothing are left out: “$1,234”. */
export function moneyText(locale: Locale, money: MoneyValue, { short = false }: { short?: boolean } = {}): string {
  const text = decimalText(money);
  const digits = short && /\.0+$/.test(text) ? 0 : digitsOf(money.currency);
  // Given as text, Intl rounds nothing: it reads every digit.
  return formatter(locale, money.currency, digits).format(text as `${number}`);
}

/**
 * The minor units that somebody typed: “25”, “25.50”, “$1,250”, “1.250,50”. Null when it is no amount, is negative, or
 * has more digits after the point than the currency knows. The last of two kinds of separator is the point; a lone one
 * before exactly three digits separates thousands.
 */
export function parseMoney(typed: string, currency: string): number | null {
  const text = typed.replace(/[\s\u00a0\u202f$€£]/g, '').replace(new RegExp(currency, 'i'), '');
  if (!/^\d[\d.,]*$/.test(text)) return null;
  const digits = digitsOf(currency);
  const { units, fraction } = split(text);
  if (units === null || fraction.length > digits) return null;
  const minor = BigInt(units) * 10n ** BigInt(digits) + BigInt(fraction.padEnd(digits, '0') || '0');
  return minor > BigInt(Number.MAX_SAFE_INTEGER) ? null : Number(minor);
}

function split(text: string): { units: string | null; fraction: string } {
  const last = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
  if (last < 0) return { units: text, fraction: '' };
  const separator = text.charAt(last);
  const repeated = text.indexOf(separator) !== last;
  const other = text.includes(separator === '.' ? ',' : '.');
  const thousands = !other && (repeated || text.length - last === 4);
  const head = thousands ? text : text.slice(0, last);
  return { units: grouped(head), fraction: thousands ? '' : text.slice(last + 1) };
}

/** The digits of a whole number, or null where its separators do not part it into threes. */
function grouped(text: string): string | null {
  return /^\d+$/.test(text) || /^\d{1,3}([.,]\d{3})+$/.test(text) ? text.replace(/[.,]/g, '') : null;
}
