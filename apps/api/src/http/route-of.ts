import type { FastifyRequest } from 'fastify';

const pages = new WeakMap<FastifyRequest, string>();

export function keepPageRoute(request: FastifyRequest, pattern: string): void {
  pages.set(request, pattern);
}

/** The pattern of the page or route for the log and metrics, never the URL. All quiet pages are `quiet`. */
export function routeOf(request: FastifyRequest): string {
  return pages.get(request) ?? request.routeOptions.url ?? 'none';
}
