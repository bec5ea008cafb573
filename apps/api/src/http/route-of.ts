import type { FastifyRequest } from 'fastify';

const pages = new WeakMap<FastifyRequest, string>();

/** Keeps by which pattern of the site's own routes a page was found. */
export function keepPageRoute(request: FastifyRequest, pattern: string): void {
  pages.set(request, pattern);
}

/** What a request is called in figures: the pattern of its route, never its address. */
export function routeOf(request: FastifyRequest): string {
  return pages.get(request) ?? request.routeOptions.url ?? 'none';
}
