import { readPhoneNumber } from '@upstander/platform';
import { NumberKind } from './help-line.entity.js';

/** A number as it is dialled, or null for what is none of its kind. */
export function dialled(typed: string, kind: NumberKind, country: string): string | null {
  if (kind === 'e164') return readPhoneNumber(typed, country);
  const digits = typed.replace(/[\s.-]/g, '');
  return /^\d{3,6}$/.test(digits) ? digits : null;
}

/** The same as people read it: `+18883737888` is `1-888-373-7888`. */
export function shown(number: string): string {
  const [, area, exchange, line] = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(number) ?? [];
  return area === undefined ? number : `1-${area}-${exchange}-${line}`;
}

/** A day so many months after another one; the 30th where there is no 31st. */
export function monthsAfter(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}
