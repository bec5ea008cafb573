import type { FastifyInstance } from 'fastify';
import type { IncomingMessage } from 'node:http';

const absolute = /^https?:\/\/([^/?#]+)(.*)$/i;

/**
 * Reads requests in absolute form (`GET http://host/path`), which every server must accept (RFC 9112, 3.2.2). The path is
 * rewritten to origin form and the Host replaced by that of the address, before any rule looks at either.
 */
export function acceptAbsoluteForm(fastify: FastifyInstance): void {
  fastify.server.prependListener('request', toOriginForm);
}

export function toOriginForm(request: Pick<IncomingMessage, 'url' | 'headers'>): void {
  const [, host, rest = ''] = absolute.exec(request.url ?? '') ?? [];
  if (host === undefined) return;
  request.url = rest.startsWith('/') ? rest : `/${rest}`;
  request.headers.host = host;
}
