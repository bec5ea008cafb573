import type { FastifyInstance } from 'fastify';
import type { IncomingMessage } from 'node:http';

/**
 * Quiet pages reveal something about their reader: they send no referrer and don't read the session.
 * The path is already normalized (request-gate.ts).
 */
const quietPaths = /^\/(?:work|opportunities|reply|talk|using-this-site|help|learn|search)(?:\/|$)/i;

export function isQuietPage(url: string): boolean {
  const [path = ''] = url.split('?');
  try {
    return quietPaths.test(decodeURIComponent(path));
  } catch {
    return false; // The URL is invalid.
  }
}

/**
 * Accepts forms on quiet pages.
 * With `no-referrer` browsers send `Origin: null`, which our guards would reject as forged. The header is removed
 * unless the browser reports another site as the sender. This is safe because the session cookie is removed too.
 */
export function openQuietForms(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, _reply, done) => {
    if (!isQuietPage(request.raw.url ?? '')) return done();
    const site = request.headers['sec-fetch-site'];
    const isOwnForm = site === undefined || site === 'same-origin';
    filterHeaders(request.raw, (name, value) => {
      if (name === 'cookie') return languageOf(value);
      return name === 'origin' && value === 'null' && isOwnForm ? null : value;
    });
    done();
  });
}

function languageOf(cookies: string): string | null {
  const pairs = cookies.split(';').map((pair) => pair.trim());
  return pairs.find((pair) => /^(?:__Host-)?lang=/.test(pair)) ?? null;
}

/** Fastify reads headers by name, and React Router the raw ones. */
function filterHeaders(request: IncomingMessage, transform: (name: string, value: string) => string | null): void {
  const { headers, rawHeaders } = request;
  const originalHeaders = rawHeaders.splice(0);
  for (let at = 0; at + 1 < originalHeaders.length; at += 2) {
    const [name = '', value = ''] = originalHeaders.slice(at, at + 2);
    const lower = name.toLowerCase();
    const now = transform(lower, value);
    if (now === value) rawHeaders.push(name, value);
    else if (now === null) delete headers[lower];
    else {
      headers[lower] = now;
      rawHeaders.push(name, now);
    }
  }
}
