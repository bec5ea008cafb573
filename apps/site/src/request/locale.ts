import { isLocale, localeFromHeader, type Locale } from '@upstander/web-kit';
import { cookieOf, setCookie, type Asked } from './cookies';

const cookieName = 'lang';

/** The language of a request: what the address asks for, then what was chosen before, then what the browser prefers. */
export function localeOf(request: Asked): Locale {
  const asked = askedFor(request);
  if (asked) return asked;
  const chosen = cookieOf(request, cookieName);
  return isLocale(chosen) ? chosen : localeFromHeader(request.headers.get('accept-language'));
}

/** A cookie that remembers the language until the browser is closed, when this request chose one. */
export function localeCookie(request: Asked): string | null {
  const asked = askedFor(request);
  return asked && setCookie(request.url, cookieName, asked);
}

function askedFor(request: Pick<Asked, 'url'>): Locale | null {
  if (!request.url.includes('?')) return null;
  const asked = new URL(request.url).searchParams.get('lang');
  return isLocale(asked) ? asked : null;
}
