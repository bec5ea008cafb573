import type { FastifyInstance } from 'fastify';

/** Default headers: no content to run, display or cache. Pages and files set their own. */
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

export const strictTransport = 'max-age=31536000; includeSubDomains';

/** Runs first, so that refusals, errors and 404 responses have the headers too. */
export function setAnswerHeaders(fastify: FastifyInstance, tls: boolean): void {
  const headers = answerHeaders(tls);
  fastify.addHook('onRequest', (_request, reply, done) => {
    void reply.headers(headers);
    done();
  });
}
