import type { FastifyInstance } from 'fastify';
import type { IncomingMessage } from 'node:http';

const absolute = /^https?:\/\/([^/?#]+)(.*)$/i;

/**
 * Accepts requests in absolute form (`GET http://host/path`), as required by RFC 9112, 3.2.2.
 * The path is rewritten to origin form and the Host replaced before anything else reads them.
 */
export function acceptAbsoluteForm(fastify: FastifyInstance): void {
  fastify.server.prependListener('request', toOriginForm);
}

export function toOriginForm(request: Pick<IncomingMessage, 'url' | 'headers'>): void {
  const [, host, pathAndQuery = ''] = absolute.exec(request.url ?? '') ?? [];
  if (host === undefined) return;
  request.url = pathAndQuery.startsWith('/') ? pathAndQuery : `/${pathAndQuery}`;
  request.headers.host = host;
}
