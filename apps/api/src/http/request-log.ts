import { actorOf } from '@upstander/identity';
import type { Logger } from '@upstander/platform';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isHealthPath } from './health-paths.js';
import { isQuietPage } from './quiet-pages.js';
import { routeOf } from './route-of.js';

export type ObserveRequest = (labels: { route: string; method: string; status: string }, seconds: number) => void;

/** A log line of a form on a quiet page would reveal to the operator when someone applied, so it's logged only on failure. */
export function isConfidential({ method, raw }: Pick<FastifyRequest, 'method' | 'raw'>): boolean {
  return method !== 'GET' && method !== 'HEAD' && isQuietPage(raw.url ?? '');
}

/** Logs the same route as the metrics, never the URL, which may contain a personal token. */
export function logRequests(fastify: FastifyInstance, logger: Logger, observe: ObserveRequest): void {
  // Callbacks, because an async hook would add an event loop turn to every request.
  fastify.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id);
    done();
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    if (reply.statusCode < 500 && isConfidential(request)) return done();
    const { method } = request;
    const route = routeOf(request);
    // Load balancers probe twice a second.
    const isPassedProbe = isHealthPath(route) && reply.statusCode < 500;
    logger[isPassedProbe ? 'debug' : 'info'](
      {
        requestId: request.id,
        method,
        route,
        status: reply.statusCode,
        accountId: actorOf(request)?.accountId,
        ms: Math.round(reply.elapsedTime),
      },
      'request',
    );
    observe({ route, method, status: String(reply.statusCode) }, reply.elapsedTime / 1000);
    done();
  });
}
