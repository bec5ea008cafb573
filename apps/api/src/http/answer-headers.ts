import type { FastifyInstance } from 'fastify';

/**
 * Default headers for every response: no content to run, display or cache.
 * Pages, files and publicly cacheable responses set their own.
 */
export function answerHeaders(tls: boolean): Readonly<Record<string, string>> {
  return {
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
    ...(tls && { 'strict-transport-security': strictTransport }),
  };
}

/** One year, including subdomains. */
export const strictTransport = 'max-age=31536000; includeSubDomains';

/** Sets the headers first, so that refusals, errors and 404 responses have them too. */
export function setAnswerHeaders(fastify: FastifyInstance, tls: boolean): void {
  const headers = answerHeaders(tls);
  fastify.addHook('onRequest', (_request, reply, done) => {
    void reply.headers(headers);
    done();
  });
}
