import type { LocaleName } from '@upstander/identity';

/** A day as people write it, by the calendar of a zone: "December 5, 2026". */
export function writtenDay(at: Date, timeZone: string, locale: LocaleName): string {
  return new Intl.DateTimeFormat(locale === 'es' ? 'es-US' : 'en-US', { dateStyle: 'long', timeZone }).format(at);
}
