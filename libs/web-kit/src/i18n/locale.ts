import type { start } from './admin-start.en.js';
import type { en } from './catalogue.en.js';

export const locales = ['en', 'es'] as const;
export type Locale = (typeof locales)[number];
export type Catalogue = typeof en;

/** What the admin says: the words of the site are no part of it. */
export type AdminCatalogue = Omit<Catalogue, 'site'>;

/** What the admin says before anybody is signed in. */
export type StartCatalogue = Pick<AdminCatalogue, 'refusals'> & { admin: typeof start };

export function isLocale(value: unknown): value is Locale {
  return locales.includes(value as Locale);
}

/** The BCP 47 tag for Intl: this is an organisation in the United States, in both languages. */
export function intlTag(locale: Locale): 'en-US' | 'es-US' {
  return locale === 'es' ? 'es-US' : 'en-US';
}

/**
 * The best of our languages for an Accept-Language header (RFC 9110 12.5.4), English when none fits.
 */
export function localeFromHeader(header: string | null | undefined): Locale {
  const wishes = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';');
      const q = parameters.map((p) => /^\s*q=([\d.]+)$/.exec(p)?.[1]).find((value) => value !== undefined);
      return { language: tag.slice(0, 2).toLowerCase(), weight: q === undefined ? 1 : Number(q) };
    })
    .filter(({ language, weight }) => isLocale(language) && weight > 0)
    .sort((a, b) => b.weight - a.weight);
  const best = wishes[0]?.language;
  return isLocale(best) ? best : 'en';
}

/** What to say for a refusal's code; a code without words of its own gets the general sentence. */
export function refusalText(words: Pick<Catalogue, 'refusals'>, code: string | undefined): string {
  const known: Record<string, string> = words.refusals;
  return (code !== undefined && Object.hasOwn(known, code) ? known[code] : undefined) ?? words.refusals.unknown;
}
