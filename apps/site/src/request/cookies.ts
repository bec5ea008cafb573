/**
 * The cookies of the site itself, whatever they hold: no script reads them, no other site sends them along, and over TLS
 * they are tied to this very host (`__Host-`), so that no neighbour below the same domain can set one for us.
 *
 * @param site any address of this site: PUBLIC_URL, or that of a request, which is made of it
 */
export function setCookie(site: string, name: string, value: string, seconds?: number): string {
  const life = seconds === undefined ? '' : ` Max-Age=${seconds};`;
  const attributes = `Path=/;${life} HttpOnly; SameSite=Lax${isSecure(site) ? '; Secure' : ''}`;
  return `${fullName(site, name)}=${encodeURIComponent(value)}; ${attributes}`;
}

/** The Set-Cookie header that takes one away again. */
export function dropCookie(site: string, name: string): string {
  return setCookie(site, name, '', 0);
}

/** As much of a request as says what its visitor brings. */
export interface Asked {
  url: string;
  headers: { get(name: string): string | null };
}

/** A request for a page, as the server hands it over. All of it is made when something needs it: most pages do not. */
export interface PageAsked extends Asked {
  method: string;
  whole(): Request;
}

/** What a cookie of ours holds, or an empty text. */
export function cookieOf(request: Asked, name: string): string {
  const wanted = `${fullName(request.url, name)}=`;
  const pairs = (request.headers.get('cookie') ?? '').split(';').map((pair) => pair.trim());
  const value = pairs.find((pair) => pair.startsWith(wanted))?.slice(wanted.length) ?? '';
  try {
    return decodeURIComponent(value);
  } catch {
    return '';
  }
}

/** The names of the cookies of ours that a visitor brings. */
export function cookieNames(request: Asked): string[] {
  const prefix = fullName(request.url, '');
  const names = (request.headers.get('cookie') ?? '').split(';').map((pair) => pair.split('=')[0]?.trim() ?? '');
  return names.filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length));
}

/** Whether a visit brings anything that may say who it is; without, nobody is asked about. */
export function mayBeKnown(request: Asked): boolean {
  return cookieNames(request).some((name) => /^(?:session$|volunteer$|link-)/.test(name));
}

function fullName(site: string, name: string): string {
  return isSecure(site) ? `__Host-${name}` : name;
}

function isSecure(site: string): boolean {
  return site.startsWith('https:');
}
