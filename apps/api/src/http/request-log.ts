import type { Logger } from '@upstander/platform';
import type { FastifyInstance } from 'fastify';

/** One line a request, with its id and its route's pattern: the address itself may carry a personal token. */
export function logRequests(fastify: FastifyInstance, logger: Logger): void {
  fastify.addHook('onSend', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });
  fastify.addHook('onResponse', async (request, reply) => {
    logger.info(
      {
        requestId: request.id,
        method: request.method,
        route: request.routeOptions.url ?? 'none',
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      'request',
    );
  });
}
