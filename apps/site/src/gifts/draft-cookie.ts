import { cookieOf, setCookie } from '../request/cookies';

const name = 'gift-draft';
const anHour = 3600;

/**
 * Remembers in this browser, for an hour, the key of the form that leads to the payment page. Whoever comes back from
 * there without having paid finds their name and address again; neither stands in the cookie or in an address.
 */
export function draftCookie(key: string, publicUrl: string): string {
  return setCookie(publicUrl, name, key, anHour);
}

/** The key that such a cookie holds. */
export function draftKeyOf(request: Request): string | null {
  const key = cookieOf(request, name);
  return /^[\w-]{1,100}$/.test(key) ? key : null;
}
