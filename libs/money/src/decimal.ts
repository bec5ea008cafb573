import { decimals, smallestStep } from './currencies.js';

const longest = 15;

/**
 * Reads an amount as a person types it ("25", "$1,234.50", "25,50") into minor units, exactly: no float is involved.
 * Null when it is not an amount, is negative, has more digits than the currency, or could mean two things: "1.234"
 * is a thousand to one reader and one to another, while a comma before three digits only ever groups thousands.
 */
export function parseMoney(text: string, currency: string): bigint | null {
  const bare = text
    .replace(/[\s\u00a0\u202f]/g, '')
    .replace(new RegExp(`^([$€£]|${currency})|([$€£]|${currency})$`, 'gi'), '');
  const [whole, fraction] = split(bare);
  const places = decimals(currency);
  if (whole === null || fraction.length > places || whole.length > longest) return null;
  const minor = BigInt(whole + fraction.padEnd(places, '0'));
  return minor % smallestStep(currency) === 0n ? minor : null;
}

/** The digits before and after the point; null before it when the text is no amount. */
function split(bare: string): [string | null, string] {
  // 1234, 1,234 and 1,234.5: commas group, a point divides.
  const english = /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,3}))?$/.exec(bare);
  if (english && (bare.includes(',') || !/^\d{1,3}\.\d{3}$/.test(bare))) {
    return [english[1]!.replaceAll(',', ''), english[2] ?? ''];
  }
  // 25,50 and 1.234,50: the other way round.
  const spanish = /^(\d{1,3}(?:\.\d{3})+|\d+),(\d{1,2})$/.exec(bare);
  return spanish ? [spanish[1]!.replaceAll('.', ''), spanish[2]!] : [null, ''];
}

/** Minor units as plain decimal text with a point, as files and machines want it: 1950 → "19.50", -5 → "-0.05". */
export function decimalText(amountMinor: bigint, currency: string): string {
  const places = decimals(currency);
  const sign = amountMinor < 0n ? '-' : '';
  const figures = (amountMinor < 0n ? -amountMinor : amountMinor).toString().padStart(places + 1, '0');
  if (places === 0) return sign + figures;
  return `${sign}${figures.slice(0, -places)}.${figures.slice(-places)}`;
}

/** Making one costs more than what it then writes. */
const formats = new Map<string, Intl.NumberFormat>();

function formatOf(locale: string, currency: string, short: boolean): Intl.NumberFormat {
  const key = `${locale} ${currency} ${short}`;
  let format = formats.get(key);
  if (!format) {
    const places = decimals(currency);
    format = new Intl.NumberFormat(locale === 'es' ? 'es-US' : locale, {
      style: 'currency',
      currency,
      minimumFractionDigits: places,
      maximumFractionDigits: places,
      trailingZeroDisplay: short || smallestStep(currency) > 1n ? 'stripIfInteger' : 'auto',
    });
    formats.set(key, format);
  }
  return format;
}

/**
 * An amount as people read it in their language: "$1,234.50", or "$25" with `short` when there are no cents.
 * Intl is given the exact text, so no digit is lost however large the amount.
 */
export function formatMoney(
  amount: { amountMinor: bigint; currency: string },
  locale: string,
  { short = false }: { short?: boolean } = {},
): string {
  const text = decimalText(amount.amountMinor, amount.currency);
  return formatOf(locale, amount.currency, short).format(text as `${number}`);
}
