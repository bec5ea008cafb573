import { decimals } from '@upstander/money';
import { intlTag, moneyText, shortDate, type Language, type Locale, type MoneyValue } from '@upstander/web-kit';

const numberFormats = new Map<string, Intl.NumberFormat>();

function formatter(locale: Locale, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale}|${JSON.stringify(options)}`;
  const formatter = numberFormats.get(key) ?? new Intl.NumberFormat(intlTag(locale), options);
  numberFormats.set(key, formatter);
  return formatter;
}

/** “$1,234”, without zero cents. */
export function roundMoney(locale: Locale, money: MoneyValue): string {
  return moneyText(locale, money, { short: true });
}

/** “$1,234”, rounded down so that it never says too much. An amount below one unit keeps its cents. */
export function headlineMoney(locale: Locale, { amountMinor, currency }: MoneyValue): string {
  const minor = BigInt(amountMinor);
  const unit = 10n ** BigInt(decimals(currency));
  const whole = minor < unit ? minor : minor - (minor % unit);
  return roundMoney(locale, { amountMinor: whole.toString(), currency });
}

/** “1,234” */
export function countText(locale: Locale, count: number): string {
  return formatter(locale, {}).format(count);
}

/** “62%” */
export function percentText(locale: Locale, percent: number): string {
  return formatter(locale, { style: 'percent' }).format(percent / 100);
}

/** “2.9%” for the decimal text of a fee. */
export function rateText(locale: Locale, percent: string): string {
  return `${formatter(locale, { maximumFractionDigits: 4 }).format(percent as `${number}`)}%`;
}

/** “Dec 31, 2026” */
export function calendarDay(locale: Language, day: string): string {
  return shortDate(locale, new Date(`${day}T12:00:00Z`), 'UTC');
}

/** “November 2026” */
export function monthText(locale: Locale, date: Date): string {
  return new Intl.DateTimeFormat(intlTag(locale), { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(date);
}

export function isZeroAmount({ amountMinor }: MoneyValue): boolean {
  return BigInt(amountMinor) === 0n;
}
