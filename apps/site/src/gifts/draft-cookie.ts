const name = 'gift-draft';
const minutes = 60;

/**
 * Remembers in this browser, for an hour, the key of the form that leads to the payment page. Whoever comes back from
 * there without having paid finds their name and address again; neither stands in the cookie or in an address.
 */
export function draftCookie(key: string, publicUrl: string): string {
  const secure = publicUrl.startsWith('https:') ? '; Secure' : '';
  return `${name}=${encodeURIComponent(key)}; Path=/fundraisers; Max-Age=${minutes * 60}; HttpOnly; SameSite=Lax${secure}`;
}

/** The key that such a cookie holds. */
export function draftKeyOf(request: Request): string | null {
  return /(?:^|;\s*)gift-draft=([\w-]{1,100})(?:;|$)/.exec(request.headers.get('cookie') ?? '')?.[1] ?? null;
}
