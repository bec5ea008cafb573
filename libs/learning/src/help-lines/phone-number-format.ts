import { readPhoneNumber } from '@upstander/platform';
import { NumberKind } from './help-line.entity.js';

/** Returns null if the number isn't of this kind. */
export function normalizeNumber(typed: string, kind: NumberKind, country: string): string | null {
  if (kind === 'e164') return readPhoneNumber(typed, country);
  const digits = typed.replace(/[\s.-]/g, '');
  return /^\d{3,6}$/.test(digits) ? digits : null;
}

/** Formats a number for display: `+18883737888` becomes `1-888-373-7888`. */
export function formatHelpLineNumber(number: string): string {
  const [, area, exchange, line] = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(number) ?? [];
  return area === undefined ? number : `1-${area}-${exchange}-${line}`;
}

/** Adds months to a date; the 31st becomes the last day of a shorter month. */
export function monthsAfter(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}
