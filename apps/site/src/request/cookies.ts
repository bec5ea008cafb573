/**
 * All cookies of the site are HttpOnly and SameSite=Lax, and over TLS bound to this host (`__Host-`), so that no sibling
 * domain can set one.
 *
 * @param site any address of this site: PUBLIC_URL or that of a request
 */
export function setCookie(site: string, name: string, value: string, seconds?: number): string {
  const maxAgeAttribute = seconds === undefined ? '' : ` Max-Age=${seconds};`;
  const attributes = `Path=/;${maxAgeAttribute} HttpOnly; SameSite=Lax${isSecure(site) ? '; Secure' : ''}`;
  return `${fullName(site, name)}=${encodeURIComponent(value)}; ${attributes}`;
}

export function dropCookie(site: string, name: string): string {
  return setCookie(site, name, '', 0);
}

export interface VisitorRequest {
  url: string;
  headers: { get(name: string): string | null };
}

/** A page request from the server. The full request is created only if needed, because most pages don't need it. */
export interface PageRequest extends VisitorRequest {
  method: string;
  whole(): Request;
}

export function cookieOf(request: VisitorRequest, name: string): string {
  const prefix = `${fullName(request.url, name)}=`;
  const pairs = (request.headers.get('cookie') ?? '').split(';').map((pair) => pair.trim());
  const value = pairs.find((pair) => pair.startsWith(prefix))?.slice(prefix.length) ?? '';
  try {
    return decodeURIComponent(value);
  } catch {
    return '';
  }
}

export function cookieNames(request: VisitorRequest): string[] {
  const prefix = fullName(request.url, '');
  const names = (request.headers.get('cookie') ?? '').split(';').map((pair) => pair.split('=')[0]?.trim() ?? '');
  return names.filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length));
}

/** True if a cookie may identify the visitor. Without one, no query is made. */
export function hasIdentifyingCookie(request: VisitorRequest): boolean {
  return cookieNames(request).some((name) => /^(?:session$|volunteer$|link-)/.test(name));
}

function fullName(site: string, name: string): string {
  return isSecure(site) ? `__Host-${name}` : name;
}

function isSecure(site: string): boolean {
  return site.startsWith('https:');
}
