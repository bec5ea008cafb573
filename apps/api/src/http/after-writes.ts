import type { FastifyInstance } from 'fastify';

/**
 * Says that something may have been written: after whatever was sent to us that is no GraphQL (a webhook, a file, a form),
 * before its sender hears of it. GraphQL says so itself, because a question comes by POST as well.
 */
export function tellOfWrites(fastify: FastifyInstance, wrote: () => void): void {
  fastify.addHook('onSend', (request, _reply, _payload, done) => {
    if (request.method === 'POST' && request.routeOptions.url !== '/graphql') wrote();
    done();
  });
}
