import type { LocaleName } from '@upstander/identity';

export function writtenDay(at: Date, timeZone: string, locale: LocaleName): string {
  return new Intl.DateTimeFormat(locale === 'es' ? 'es-US' : 'en-US', { dateStyle: 'long', timeZone }).format(at);
}
