import { partialLanguages } from '../words/partial-languages.generated.js';

/** Languages with all texts: the site, the admin, emails and the API. */
export const locales = ['en', 'es'] as const;
export type Locale = (typeof locales)[number];

/** Stands in for texts that a language lacks. */
export const fallbackLocale = 'en';

/** A language of the site's pages. All but `locales` translate only some pages (messages/<language>/language.json). */
export type Language = Locale | keyof typeof partialLanguages;

const facts: Readonly<Record<Language, { tag: string; name: string }>> = {
  en: { tag: 'en', name: 'English' },
  es: { tag: 'es', name: 'Español' },
  ...partialLanguages,
};

export const languages = Object.keys(facts) as readonly Language[];

export function isLocale(value: unknown): value is Locale {
  return locales.includes(value as Locale);
}

export function isLanguage(value: unknown): value is Language {
  return languages.includes(value as Language);
}

/** Returns the language of everything that isn't a translated page: data, emails, forms. */
export function localeOfLanguage(language: Language): Locale {
  return isLocale(language) ? language : fallbackLocale;
}

/** Returns the name of a language in that language. */
export function ownName(language: Language): string {
  return facts[language].name;
}

/** Returns the value of `lang` and `hreflang`. */
export function htmlLang(language: Language): string {
  return facts[language].tag;
}

/** Returns the patterns of the pages that are translated, or null for all. */
export function translatedPages(language: Language): readonly string[] | null {
  return isLocale(language) ? null : partialLanguages[language].pages;
}

/** Returns the tag for Intl. English and Spanish use US conventions. */
export function intlTag(language: Language): string {
  return isLocale(language) ? `${language}-US` : facts[language].tag;
}

/** Parses Accept-Language (RFC 9110 12.5.4). Defaults to English. */
export function languageFromHeader<Offered extends Language>(
  header: string | null | undefined,
  offered: readonly Offered[],
): Offered | typeof fallbackLocale {
  const isOffered = (language: string): language is Offered => (offered as readonly string[]).includes(language);
  const preferences = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';');
      const q = parameters.map((p) => /^\s*q=([\d.]+)$/.exec(p)?.[1]).find((value) => value !== undefined);
      return { language: tag.slice(0, 2).toLowerCase(), weight: q === undefined ? 1 : Number(q) };
    })
    .filter(({ language, weight }) => isOffered(language) && weight > 0)
    .sort((a, b) => b.weight - a.weight);
  const best = preferences[0]?.language ?? '';
  return isOffered(best) ? best : fallbackLocale;
}

export function localeFromHeader(header: string | null | undefined): Locale {
  return languageFromHeader(header, locales);
}
