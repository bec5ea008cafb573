import { decimals } from '@upstander/money';
import { intlTag, moneyText, shortDate, type Locale, type MoneyValue } from '@upstander/web-kit';

const numberFormats = new Map<string, Intl.NumberFormat>();

function formatter(locale: Locale, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale}|${JSON.stringify(options)}`;
  const formatter = numberFormats.get(key) ?? new Intl.NumberFormat(intlTag(locale), options);
  numberFormats.set(key, formatter);
  return formatter;
}

/** Returns “$1,234”: an amount for headings and sentences, without zero cents. */
export function roundMoney(locale: Locale, money: MoneyValue): string {
  return moneyText(locale, money, { short: true });
}

/**
 * Returns “$1,234” for a large figure: whole units, rounded down so that it never says too much. An amount below one
 * unit keeps its cents.
 */
export function headlineMoney(locale: Locale, { amountMinor, currency }: MoneyValue): string {
  const minor = BigInt(amountMinor);
  const unit = 10n ** BigInt(decimals(currency));
  const whole = minor < unit ? minor : minor - (minor % unit);
  return roundMoney(locale, { amountMinor: whole.toString(), currency });
}

/** Returns “1,234”. */
export function countText(locale: Locale, count: number): string {
  return formatter(locale, {}).format(count);
}

/** Returns “62%”. */
export function percentText(locale: Locale, percent: number): string {
  return formatter(locale, { style: 'percent' }).format(percent / 100);
}

/** Returns “2.9%” for the decimal text of a fee. */
export function rateText(locale: Locale, percent: string): string {
  return `${formatter(locale, { maximumFractionDigits: 4 }).format(percent as `${number}`)}%`;
}

/** Returns a date such as “Dec 31, 2026”. */
export function calendarDay(locale: Locale, day: string): string {
  return shortDate(locale, new Date(`${day}T12:00:00Z`), 'UTC');
}

/** Returns “November 2026”. */
export function monthText(locale: Locale, date: Date): string {
  return new Intl.DateTimeFormat(intlTag(locale), { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(date);
}

export function isZeroAmount({ amountMinor }: MoneyValue): boolean {
  return BigInt(amountMinor) === 0n;
}
