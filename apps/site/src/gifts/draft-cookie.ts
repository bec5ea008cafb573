import { cookieOf, setCookie } from '../request/cookies';

const name = 'gift-draft';
const secondsPerHour = 3600;

/**
 * Returns a cookie with the form key for one hour.
 * Donors who return from the payment page without paying get their name and email back; neither is in the cookie or an
 * address.
 */
export function draftCookie(key: string, publicUrl: string): string {
  return setCookie(publicUrl, name, key, secondsPerHour);
}

export function draftKeyOf(request: Request): string | null {
  const key = cookieOf(request, name);
  return /^[\w-]{1,100}$/.test(key) ? key : null;
}
