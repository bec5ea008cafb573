import { isLocale, localeFromHeader, type Locale } from '@upstander/web-kit';

const cookieName = 'lang';

/** The language of a request: what the address asks for, then what was chosen before, then what the browser prefers. */
export function localeOf(request: Request): Locale {
  const asked = askedFor(request);
  if (asked) return asked;
  const chosen = /(?:^|;\s*)lang=(\w+)/.exec(request.headers.get('cookie') ?? '')?.[1];
  return isLocale(chosen) ? chosen : localeFromHeader(request.headers.get('accept-language'));
}

/** A cookie that remembers the language until the browser is closed, when this request chose one. */
export function localeCookie(request: Request, publicUrl: string): string | null {
  const asked = askedFor(request);
  if (!asked) return null;
  const secure = publicUrl.startsWith('https:') ? '; Secure' : '';
  return `${cookieName}=${asked}; Path=/; HttpOnly; SameSite=Lax${secure}`;
}

function askedFor(request: Request): Locale | null {
  const asked = new URL(request.url).searchParams.get('lang');
  return isLocale(asked) ? asked : null;
}
