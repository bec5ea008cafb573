import type { LocaleName } from '@upstander/identity';

/** Formats a date in a time zone, for example "December 5, 2026". */
export function writtenDay(at: Date, timeZone: string, locale: LocaleName): string {
  return new Intl.DateTimeFormat(locale === 'es' ? 'es-US' : 'en-US', { dateStyle: 'long', timeZone }).format(at);
}
