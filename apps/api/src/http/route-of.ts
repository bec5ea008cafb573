import type { FastifyRequest } from 'fastify';

const pages = new WeakMap<FastifyRequest, string>();

export function keepPageRoute(request: FastifyRequest, pattern: string): void {
  pages.set(request, pattern);
}

/** Returns the route pattern of a request for metrics, never its URL. */
export function routeOf(request: FastifyRequest): string {
  return pages.get(request) ?? request.routeOptions.url ?? 'none';
}
