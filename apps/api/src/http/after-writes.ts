import type { FastifyInstance } from 'fastify';

/** Calls `wrote` before the response is sent. GraphQL reports mutations separately. */
export function reportWrites(fastify: FastifyInstance, wrote: () => void): void {
  fastify.addHook('onSend', (request, _reply, _payload, done) => {
    if (request.method === 'POST' && request.routeOptions.url !== '/graphql') wrote();
    done();
  });
}
