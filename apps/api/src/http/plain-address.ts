/**
 * Removes empty, `.` and `..` segments, so that all later rules see the path that is served.
 * Returns null for an invalid URL.
 */
export function plainAddress(url: string): string | null {
  if (!url.startsWith('/') || !isReadable(url)) return null;
  const at = url.indexOf('?');
  const path = at < 0 ? url : url.slice(0, at);
  // Browsers read a backslash as a slash, but routers don't. Browsers never send a `#`.
  if (/[\\#]/.test(path)) return null;
  return detour.test(path) ? removeDetours(path) + url.slice(path.length) : url;
}

const detour = /\/\/|\/(?:\.|%2e){1,2}(?:\/|$)/i;

function removeDetours(path: string): string {
  const segments: string[] = [];
  const parts = path.split('/').slice(1);
  for (const [place, part] of parts.entries()) {
    const dots = part.replace(/%2e/gi, '.');
    if (dots === '..') segments.pop();
    else if (dots !== '.' && part !== '') segments.push(part);
    // Keeps a trailing slash, which a final dot segment also implies.
    if (place === parts.length - 1 && segments.length > 0 && (part === '' || dots === '.' || dots === '..'))
      segments.push('');
  }
  return `/${segments.join('/')}`;
}

/** True for ASCII with percent-encoded UTF-8 and no NUL, which PostgreSQL would reject later. */
function isReadable(url: string): boolean {
  if (/[^\x21-\x7e]/.test(url)) return false;
  if (!url.includes('%')) return true;
  try {
    return !decodeURIComponent(url).includes('\0');
  } catch {
    return false;
  }
}
