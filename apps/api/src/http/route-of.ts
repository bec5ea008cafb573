import type { FastifyRequest } from 'fastify';

const pages = new WeakMap<FastifyRequest, string>();

export function keepPageRoute(request: FastifyRequest, pattern: string): void {
  pages.set(request, pattern);
}

/** The route pattern for metrics, never the URL. */
export function routeOf(request: FastifyRequest): string {
  return pages.get(request) ?? request.routeOptions.url ?? 'none';
}
