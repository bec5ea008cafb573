import type { FastifyReply } from 'fastify';
import type { OpenFile } from './file-store.js';

/** Sends a file that was opened; its headers are said already. One that breaks off is cut off, and shorter than it says. */
export function sendFile(reply: FastifyReply, { size, body }: OpenFile): FastifyReply {
  if (size !== null) void reply.header('content-length', size);
  return reply.send(body);
}
