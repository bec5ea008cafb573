import type { FastifyInstance } from 'fastify';
import type { IncomingMessage } from 'node:http';

/**
 * Pages that tell something about whoever reads them: they say to no other page that anybody came from them, and they know
 * nobody's session. The path is plain already (http/request-gate.ts); the router reads it in any case and decoded, so this
 * does too.
 */
const quiet = /^\/(?:work|opportunities|reply|talk|using-this-site|help|learn|search)(?:\/|$)/i;

/** Whether an address of the site, with or without a query, is one of the quiet pages. */
export function isQuiet(url: string): boolean {
  const [path = ''] = url.split('?');
  try {
    return quiet.test(decodeURIComponent(path));
  } catch {
    return false; // Not an address at all.
  }
}

/**
 * Under `no-referrer` a browser sends `Origin: null` with every form, which our own guards must take for a forged one. On
 * quiet pages that word is taken away, unless the browser says that another site sent the form. Nothing is lost by it: the
 * session's cookie is taken away there as well, so a form from elsewhere could do no more than anybody can do by hand.
 */
export function openQuietForms(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, _reply, done) => {
    if (!isQuiet(request.raw.url ?? '')) return done();
    const site = request.headers['sec-fetch-site'];
    const ours = site === undefined || site === 'same-origin';
    keepHeaders(request.raw, (name, value) => {
      if (name === 'cookie') return languageOf(value);
      return name === 'origin' && value === 'null' && ours ? null : value;
    });
    done();
  });
}

/** Of all cookies these pages read one: the language. */
function languageOf(cookies: string): string | null {
  const kept = cookies.split(';').map((pair) => pair.trim());
  return kept.find((pair) => /^(?:__Host-)?lang=/.test(pair)) ?? null;
}

/** Node keeps headers twice, as they came and by name; Fastify reads the one, React Router the other. */
function keepHeaders(request: IncomingMessage, kept: (name: string, value: string) => string | null): void {
  const { headers, rawHeaders } = request;
  const came = rawHeaders.splice(0);
  for (let at = 0; at + 1 < came.length; at += 2) {
    const [name = '', value = ''] = came.slice(at, at + 2);
    const lower = name.toLowerCase();
    const now = kept(lower, value);
    if (now === value) rawHeaders.push(name, value);
    else if (now === null) delete headers[lower];
    else {
      headers[lower] = now;
      rawHeaders.push(name, now);
    }
  }
}
