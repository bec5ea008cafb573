/**
 * The plain form of an address on this site: without empty, `.` and `..` parts, so that every rule after it (which pages
 * are quiet, what belongs to the admin, which route answers) judges the path that is served. Null for what is no address.
 */
export function plainAddress(url: string): string | null {
  if (!url.startsWith('/') || !isReadable(url)) return null;
  const at = url.indexOf('?');
  const path = at < 0 ? url : url.slice(0, at);
  // Browsers take a backslash for a slash, routers do not; a `#` never leaves a browser.
  if (/[\\#]/.test(path)) return null;
  return strange.test(path) ? plain(path) + url.slice(path.length) : url;
}

const strange = /\/\/|\/(?:\.|%2e){1,2}(?:\/|$)/i;

function plain(path: string): string {
  const kept: string[] = [];
  const parts = path.split('/').slice(1);
  for (const [place, part] of parts.entries()) {
    const dots = part.replace(/%2e/gi, '.');
    if (dots === '..') kept.pop();
    else if (dots !== '.' && part !== '') kept.push(part);
    // What ends in a slash, or in a part that stands for a folder, still does.
    if (place === parts.length - 1 && kept.length > 0 && (part === '' || dots === '.' || dots === '..')) kept.push('');
  }
  return `/${kept.join('/')}`;
}

/** ASCII alone, and percent signs that stand for UTF-8 without NUL: PostgreSQL refuses a NUL late and with a fault. */
function isReadable(url: string): boolean {
  if (/[^\x21-\x7e]/.test(url)) return false;
  if (!url.includes('%')) return true;
  try {
    return !decodeURIComponent(url).includes('\0');
  } catch {
    return false;
  }
}
