import { actorOf } from '@upstander/identity';
import type { Logger } from '@upstander/platform';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isQuiet } from '../site/quiet-pages.js';
import { routeOf } from './route-of.js';

/** What a request was, for the figures. */
export type ObserveRequest = (labels: { route: string; method: string; status: string }, seconds: number) => void;

/**
 * True for a form that was sent from a quiet page. Such a request leaves no line and no figure unless it failed: the line
 * of an application would tell the operator at which second someone applied.
 */
export function isConfidential({ method, raw }: Pick<FastifyRequest, 'method' | 'raw'>): boolean {
  return method !== 'GET' && method !== 'HEAD' && isQuiet(raw.url ?? '');
}

/** One line a request, with its id, whose account it was and its route's pattern: the address itself may carry a personal token. */
export function logRequests(fastify: FastifyInstance, logger: Logger, observe: ObserveRequest): void {
  // Plain callbacks: an async hook costs every request a turn of the event loop.
  fastify.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id);
    done();
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    if (reply.statusCode < 500 && isConfidential(request)) return done();
    logger.info(
      {
        requestId: request.id,
        method: request.method,
        route: request.routeOptions.url ?? 'none',
        status: reply.statusCode,
        accountId: actorOf(request)?.accountId,
        ms: Math.round(reply.elapsedTime),
      },
      'request',
    );
    const { method } = request;
    observe({ route: routeOf(request), method, status: String(reply.statusCode) }, reply.elapsedTime / 1000);
    done();
  });
}
