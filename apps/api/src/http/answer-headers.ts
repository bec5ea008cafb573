import type { FastifyInstance } from 'fastify';

/**
 * What every answer carries that says nothing else: no page, nothing to run or to show, nothing to keep. Pages, files and
 * what everybody may keep for a while set their own.
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

/** A year, and every name below ours. */
export const strictTransport = 'max-age=31536000; includeSubDomains';

/** Sets them before anything else has a say, so that refusals, faults and what is not there have them too. */
export function setAnswerHeaders(fastify: FastifyInstance, tls: boolean): void {
  const headers = answerHeaders(tls);
  fastify.addHook('onRequest', (_request, reply, done) => {
    void reply.headers(headers);
    done();
  });
}
