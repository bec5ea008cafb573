import { telemetry, type Config } from '@upstander/platform';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isConfidential } from './request-log.js';
import { routeOf } from './route-of.js';

/**
 * Joins the trace of our own proxy if there is one. Skips confidential requests. The span has the route pattern, never
 * the URL.
 */
export function traceRequests(fastify: FastifyInstance, config: Config): void {
  if (!telemetry.on) return;
  const spans = new WeakMap<FastifyRequest, ReturnType<NonNullable<typeof telemetry.on>['begin']>>();
  fastify.addHook('onRequest', (request, _reply, done) => {
    const { on } = telemetry;
    if (!on || isConfidential(request)) return done();
    const { traceparent } = request.headers;
    const from = config.TRUST_PROXY && typeof traceparent === 'string' ? traceparent : undefined;
    const { method } = request;
    const span = on.begin(
      method,
      'server',
      { 'http.request.method': method, 'upstander.request_id': request.id },
      from,
    );
    spans.set(request, span);
    on.runWithin(span, done);
  });
  // Reading a body leaves the context of the earlier hook, so it is entered again.
  fastify.addHook('preHandler', (request, _reply, done) => {
    const span = spans.get(request);
    return span && telemetry.on ? telemetry.on.runWithin(span, done) : done();
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    const span = spans.get(request);
    const route = routeOf(request);
    span?.rename(`${request.method} ${route}`);
    span?.setFacts({ 'http.route': route, 'http.response.status_code': reply.statusCode });
    span?.end({ failed: reply.statusCode >= 500 });
    done();
  });
}
