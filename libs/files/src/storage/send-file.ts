import type { FastifyReply } from 'fastify';
import type { OpenFile } from './file-store.js';

/** Headers must be set before. */
export function sendFile(reply: FastifyReply, { size, body }: OpenFile): FastifyReply {
  if (size !== null) void reply.header('content-length', size);
  return reply.send(body);
}
