import type { FastifyInstance } from 'fastify';

/**
 * Calls `wrote` after every POST that isn't GraphQL, before its response is sent.
 * GraphQL reports mutations separately.
 */
export function reportWrites(fastify: FastifyInstance, wrote: () => void): void {
  fastify.addHook('onSend', (request, _reply, _payload, done) => {
    if (request.method === 'POST' && request.routeOptions.url !== '/graphql') wrote();
    done();
  });
}
