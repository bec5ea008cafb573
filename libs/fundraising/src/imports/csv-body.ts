import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { Refusal } from '@upstander/platform';
import type { FastifyInstance } from 'fastify';
import type { Readable } from 'node:stream';

const mostBytes = 8 * 1024 * 1024;
const mediaType = 'text/csv';

/** Lets files of comma-separated values through to their route, unread: only who may upload makes us read them. */
@Injectable()
export class CsvBody implements OnModuleInit {
  constructor(private readonly host: HttpAdapterHost) {}

  onModuleInit(): void {
    const fastify = (
      this.host.httpAdapter as { getInstance?: () => Partial<FastifyInstance> } | undefined
    )?.getInstance?.();
    // The worker has no HTTP.
    if (!fastify?.addContentTypeParser || fastify.hasContentTypeParser?.(mediaType)) return;
    fastify.addContentTypeParser(mediaType, (_request, payload, done) => done(null, payload));
  }
}

/**
 * All of a body that was let through. What is too much stays unread and runs by before the answer: cut off, the sender
 * would never read why.
 * @throws Refusal FILE_TOO_LARGE.
 */
export async function readBody(body: unknown): Promise<Buffer> {
  const stream = body as Readable;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream.iterator({ destroyOnReturn: false })) {
    size += (chunk as Buffer).length;
    if (size > mostBytes) throw new Refusal('FILE_TOO_LARGE', 'The file is larger than 8 MB. Please divide it.');
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}
