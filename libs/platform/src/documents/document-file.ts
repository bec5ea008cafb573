import type { FastifyReply } from 'fastify';

/** A document ready to be sent. */
export interface DocumentFile {
  name: string;
  bytes: Buffer;
}

/** Answers with a document that is somebody's own: kept by nobody between, and found by no search. */
export function sendDocument(reply: FastifyReply, { name, bytes }: DocumentFile): void {
  void reply
    .header('content-type', 'application/pdf')
    .header('content-disposition', `inline; filename="${name}"`)
    .header('cache-control', 'private, no-store')
    .header('referrer-policy', 'no-referrer')
    .header('x-robots-tag', 'noindex')
    .send(bytes);
}
