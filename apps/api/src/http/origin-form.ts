import type { FastifyInstance } from 'fastify';
import type { IncomingMessage } from 'node:http';

const absolute = /^https?:\/\/([^/?#]+)(.*)$/i;

/**
 * RFC 9112, 3.2.2, requires the absolute form (`GET http://host/path`). Path and Host are rewritten before anything else
 * reads them.
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
