import type { FastifyReply } from 'fastify';

export interface DocumentFile {
  name: string;
  bytes: Buffer;
}

/** Sends a personal document, which must not be cached or indexed. */
export function sendDocument(reply: FastifyReply, { name, bytes }: DocumentFile): void {
  void reply
    .header('content-type', 'application/pdf')
    .header('content-disposition', `inline; filename="${name}"`)
    .header('cache-control', 'private, no-store')
    .header('referrer-policy', 'no-referrer')
    .header('x-robots-tag', 'noindex')
    .send(bytes);
}
