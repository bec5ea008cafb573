import {
  htmlLang,
  isLanguage,
  languageFromHeader,
  languages,
  localeOfLanguage,
  translatedPages,
  type Language,
  type Locale,
} from '@upstander/web-kit';
import { cookieOf, setCookie, type PageRequest, type VisitorRequest } from './cookies';

const cookieName = 'lang';
/** Passes the language of a page on to its loaders. The server reads no such header of browsers. */
const languageHeader = 'page-language';

/** Pages about help and leaving are available in every language, also in those the site doesn't offer. */
const alwaysAvailable = /^\/(?:help|using-this-site|work)(?:\/|$)/;

/** Returns the languages in which a page can be shown. Untranslated parts of it are in English. */
export function languagesAt(path: string, offered: readonly string[]): readonly Language[] {
  if (!alwaysAvailable.test(path)) return languages.filter((language) => offered.includes(language));
  return languages.filter((language) => offered.includes(language) || isTranslated(path, language));
}

/** True if all texts of the page exist in the language. */
export function isTranslated(path: string, language: Language): boolean {
  const pages = translatedPages(language);
  return pages === null || pages.some((page) => new RegExp(`^${page.replace(/:\w+/g, '[^/]+')}$`).test(path));
}

/** Returns the languages with a translation of the page, for search engines. */
export function translationsOf(path: string, offered: readonly string[]): readonly Language[] {
  return languagesAt(path, offered).filter((language) => isTranslated(path, language));
}

/** Uses the address, else the cookie, else the browser's preference, among the available languages. */
export function chooseLanguage(request: VisitorRequest, available: readonly Language[]): Language {
  const requested = askedFor(request);
  if (requested !== null && available.includes(requested)) return requested;
  const chosen = cookieOf(request, cookieName);
  if (isLanguage(chosen) && available.includes(chosen)) return chosen;
  return languageFromHeader(request.headers.get('accept-language'), available);
}

/** Returns the request with the language of its page. */
export function withPageLanguage(request: PageRequest, language: Language): PageRequest {
  return {
    url: request.url,
    method: request.method,
    headers: { get: (name) => (name === languageHeader ? language : request.headers.get(name)) },
    whole() {
      const whole = request.whole();
      whole.headers.set(languageHeader, language);
      return whole;
    },
  };
}

/** Returns the language of data, emails and forms. It is English on pages in a language that only some pages have. */
export function localeOf(request: VisitorRequest): Locale {
  return localeOfLanguage(languageOf(request));
}

export function languageOf(request: VisitorRequest): Language {
  const decided = request.headers.get(languageHeader);
  return isLanguage(decided) ? decided : chooseLanguage(request, languages);
}

export const localeName = (locale: Locale): 'EN' | 'ES' => (locale === 'es' ? 'ES' : 'EN');

/** Returns null unless this request chose a language. */
export function languageCookie(request: VisitorRequest): string | null {
  const requested = askedFor(request);
  return requested && setCookie(request.url, cookieName, requested);
}

/** Returns the address without its language if the page isn't available in it, else null. */
export function addressWithoutLanguage(request: PageRequest, available: readonly Language[]): string | null {
  const requested = askedFor(request);
  if (requested === null || available.includes(requested) || !['GET', 'HEAD'].includes(request.method)) return null;
  const url = new URL(request.url);
  url.searchParams.delete('lang');
  return url.pathname + url.search;
}

export function withLanguage(address: string, language: Language): string {
  const [path = '/', query] = address.split('?');
  return `${path}?${query === undefined || query === '' ? '' : `${query}&`}lang=${language}`;
}

/** Returns the address of a page in each language for search engines. English has the plain address. */
export function alternatesOf(address: string, translations: readonly Language[]): Array<readonly [string, string]> {
  return translations.map((language) => [htmlLang(language), addressIn(address, language)]);
}

export function addressIn(address: string, language: Language): string {
  return language === 'en' ? address : withLanguage(address, language);
}

function askedFor(request: Pick<VisitorRequest, 'url'>): Language | null {
  if (!request.url.includes('?')) return null;
  const requested = new URL(request.url).searchParams.get('lang');
  return isLanguage(requested) ? requested : null;
}
