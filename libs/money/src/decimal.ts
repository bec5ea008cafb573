import { decimals, smallestStep } from './currencies.js';

const maxDigits = 15;

/**
 * Parses a typed amount ("25", "$1,234.50", "25,50") into minor units, without floats.
 * Null if it is negative, too precise, no amount, or ambiguous: "1.234" may mean a thousand or a fraction. A comma
 * before three digits always groups thousands.
 */
export function parseMoney(text: string, currency: string): bigint | null {
  const bare = text
    .replace(/[\s\u00a0\u202f]/g, '')
    .replace(new RegExp(`^([$€£]|${currency})|([$€£]|${currency})$`, 'gi'), '');
  const [whole, fraction] = split(bare);
  const places = decimals(currency);
  if (whole === null || fraction.length > places || whole.length > maxDigits) return null;
  const minor = BigInt(whole + fraction.padEnd(places, '0'));
  return minor % smallestStep(currency) === 0n ? minor : null;
}

/** Splits digits at the decimal separator. The first part is null if the text is no amount. */
function split(bare: string): [string | null, string] {
  // 1234, 1,234 and 1,234.5: comma groups, point as decimal separator.
  const english = /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,3}))?$/.exec(bare);
  if (english && (bare.includes(',') || !/^\d{1,3}\.\d{3}$/.test(bare))) {
    return [english[1]!.replaceAll(',', ''), english[2] ?? ''];
  }
  // 25,50 and 1.234,50: point groups, comma as decimal separator.
  const spanish = /^(\d{1,3}(?:\.\d{3})+|\d+),(\d{1,2})$/.exec(bare);
  return spanish ? [spanish[1]!.replaceAll('.', ''), spanish[2]!] : [null, ''];
}

/** Formats minor units for files and APIs: 1950 → "19.50", -5 → "-0.05". */
export function decimalText(amountMinor: bigint, currency: string): string {
  const places = decimals(currency);
  const sign = amountMinor < 0n ? '-' : '';
  const figures = (amountMinor < 0n ? -amountMinor : amountMinor).toString().padStart(places + 1, '0');
  if (places === 0) return sign + figures;
  return `${sign}${figures.slice(0, -places)}.${figures.slice(-places)}`;
}

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

/** Formats an amount: "$1,234.50", or "$25" with `short` and no cents. Exact text keeps every digit. */
export function formatMoney(
  amount: { amountMinor: bigint; currency: string },
  locale: string,
  { short = false }: { short?: boolean } = {},
): string {
  const text = decimalText(amount.amountMinor, amount.currency);
  return formatOf(locale, amount.currency, short).format(text as `${number}`);
}
