import type { FastifyInstance } from 'fastify';
import { isUtf8 } from 'node:buffer';

/** The largest body the API reads; its longest text is an event's description. */
export const bodyLimit = 100 * 1024;

/** Receives its body as bytes, because the signature covers those. */
export const rawRoute = '/webhooks/stripe';

/** Stripe states no maximum. A refused event is retried for days, then Stripe disables the endpoint. */
const webhookLimit = 1024 * 1024;

class BadBody extends Error {
  readonly statusCode = 400;
}

/**
 * Reads JSON bodies strictly. Node would turn invalid UTF-8 into U+FFFD in silence, and a NUL passes every check until
 * PostgreSQL refuses it: both are answered 400 here, before anything sees them.
 */
export function readBodiesStrictly(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  fastify.addHook('onRoute', (route) => {
    if (route.url === rawRoute) route.bodyLimit = webhookLimit;
  });
  fastify.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    const bytes = body as Buffer;
    if (request.routeOptions.url === rawRoute) return done(null, bytes);
    if (!isUtf8(bytes)) return done(new BadBody('The body is not valid UTF-8.'));
    const text = bytes.toString('utf8');
    try {
      const value: unknown = JSON.parse(text);
      // Only written as an escape does a NUL get through JSON.parse; two backslashes before it are just text.
      if (/(?<!\\)(?:\\\\)*\\u0000/.test(text)) return done(new BadBody('The body contains a NUL character.'));
      return done(null, value);
    } catch {
      return done(new BadBody('The body is not valid JSON.'));
    }
  });
}
