import { enumOf, type EnumOf } from '@upstander/platform';

export const Locale = enumOf('Locale', 'A supported language.', {
  en: 'English.',
  es: 'Spanish.',
});
export type LocaleName = EnumOf<typeof Locale>;

/** BCP 47 tags for formatting. US Spanish formats times as 9:00 a. m., not 09:00. */
export const languageTags: Readonly<Record<LocaleName, string>> = { en: 'en-US', es: 'es-US' };

/** Returns the query of a page's URL that opens it in this language. */
export function languageQuery(locale: LocaleName): string {
  return locale === 'es' ? '?lang=es' : '';
}
