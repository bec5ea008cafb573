import { isLocale, localeFromHeader, type Locale } from '@upstander/web-kit';
import { cookieOf, setCookie, type VisitorRequest } from './cookies';

const cookieName = 'lang';

/** Uses the address, else the cookie, else the browser's preference. */
export function localeOf(request: VisitorRequest): Locale {
  const requested = askedFor(request);
  if (requested) return requested;
  const chosen = cookieOf(request, cookieName);
  return isLocale(chosen) ? chosen : localeFromHeader(request.headers.get('accept-language'));
}

export const localeName = (locale: Locale): 'EN' | 'ES' => (locale === 'es' ? 'ES' : 'EN');

/** Returns null unless this request chose a language. */
export function localeCookie(request: VisitorRequest): string | null {
  const requested = askedFor(request);
  return requested && setCookie(request.url, cookieName, requested);
}

function askedFor(request: Pick<VisitorRequest, 'url'>): Locale | null {
  if (!request.url.includes('?')) return null;
  const requested = new URL(request.url).searchParams.get('lang');
  return isLocale(requested) ? requested : null;
}
