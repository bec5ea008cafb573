import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

interface Validators {
  etag: string;
  lastModified?: Date;
}

/** RFC 9110, 13.2.2: ETags are compared weakly. If-Modified-Since counts only without If-None-Match. */
export function isNotModified(headers: IncomingHttpHeaders, { etag, lastModified }: Validators): boolean {
  const known = headers['if-none-match'];
  if (known !== undefined) {
    const tags = known.match(/(?:W\/)?"[^"]*"/g) ?? [];
    return known.trim() === '*' || tags.some((tag) => opaque(tag) === opaque(etag));
  }
  const since = Date.parse(headers['if-modified-since'] ?? '');
  // HTTP dates have whole seconds.
  return lastModified !== undefined && Math.floor(lastModified.valueOf() / 1000) * 1000 <= since;
}

function opaque(etag: string): string {
  return etag.replace(/^W\//, '');
}

/** The same for every encoding. */
export function weakEtag(bytes: string | Buffer): string {
  return `W/"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
}
