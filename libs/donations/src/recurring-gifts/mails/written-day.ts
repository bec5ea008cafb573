import { languageTags, type LocaleName } from '@upstander/identity';

export function writtenDay(at: Date, timeZone: string, locale: LocaleName): string {
  return new Intl.DateTimeFormat(languageTags[locale], { dateStyle: 'long', timeZone }).format(at);
}
