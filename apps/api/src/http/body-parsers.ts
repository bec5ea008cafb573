import type { FastifyInstance } from 'fastify';
import { isUtf8 } from 'node:buffer';

/** Maximum body size of the API; its longest text is an event's description. */
export const bodyLimit = 100 * 1024;

/** Receives its body as bytes, because the signature covers them. */
export const rawRoute = '/webhooks/stripe';

/** Receive signed requests in bursts from few networks. */
export const signedRoutes: ReadonlySet<string> = new Set([rawRoute, '/sms/status/:id', '/sms/inbound']);

/** The only routes that accept forms, as URLSearchParams. Pages read their own forms. */
const formRoutes = /^\/(?:sms|dev)\//;

/** Stripe documents no maximum. It retries a refused event for days and then disables the endpoint. */
const webhookLimit = 1024 * 1024;

class InvalidBody extends Error {
  readonly statusCode: number = 400;
}

class UnsupportedType extends InvalidBody {
  override readonly statusCode = 415;
}

/**
 * Node.js would silently replace invalid UTF-8, and a NUL character passes all checks until PostgreSQL rejects it. Both
 * are answered with 400 here.
 */
export function readBodiesStrictly(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  fastify.addHook('onRoute', (route) => {
    if (route.url === rawRoute) route.bodyLimit = webhookLimit;
  });
  fastify.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    const bytes = body as Buffer;
    if (request.routeOptions.url === rawRoute) return done(null, bytes);
    if (!isUtf8(bytes)) return done(new InvalidBody('The body is not valid UTF-8.'));
    const text = bytes.toString('utf8');
    try {
      const value: unknown = JSON.parse(text);
      // JSON.parse accepts a NUL only as an escape. An escaped backslash before it makes it plain text.
      if (/(?<!\\)(?:\\\\)*\\u0000/.test(text)) return done(new InvalidBody('The body contains a NUL character.'));
      return done(null, value);
    } catch {
      return done(new InvalidBody('The body is not valid JSON.'));
    }
  });
  fastify.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'buffer' }, (request, body, done) => {
    if (!formRoutes.test(request.routeOptions.url ?? '')) return done(new UnsupportedType('Unsupported Media Type'));
    const bytes = body as Buffer;
    if (!isUtf8(bytes)) return done(new InvalidBody('The body is not valid UTF-8.'));
    return done(null, new URLSearchParams(bytes.toString('utf8')));
  });
}
