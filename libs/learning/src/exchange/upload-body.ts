import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { Refusal } from '@upstander/platform';
import type { FastifyInstance } from 'fastify';
import type { Readable } from 'node:stream';

export const uploadType = 'application/octet-stream';
const mostMegabytes = 50;

/** Lets files of services through to their route, unread: only for who may upload they are read. */
@Injectable()
export class ServiceUploads implements OnModuleInit {
  constructor(private readonly host: HttpAdapterHost) {}

  onModuleInit(): void {
    const fastify = (
      this.host.httpAdapter as { getInstance?: () => Partial<FastifyInstance> } | undefined
    )?.getInstance?.();
    // The worker has no HTTP.
    if (!fastify?.addContentTypeParser || fastify.hasContentTypeParser?.(uploadType)) return;
    fastify.addContentTypeParser(uploadType, (_request, payload, done) => done(null, payload));
  }
}

/**
 * All of a body that was let through. What is too much stays unread and runs by before the answer: cut off, the sender
 * would never read why.
 * @throws Refusal FILE_TOO_LARGE.
 */
export async function readUpload(body: unknown): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  if (body) {
    for await (const chunk of (body as Readable).iterator({ destroyOnReturn: false })) {
      size += (chunk as Buffer).length;
      if (size > mostMegabytes * 1024 * 1024) {
        throw new Refusal('FILE_TOO_LARGE', `The file is larger than ${mostMegabytes} MB. Please divide it.`);
      }
      chunks.push(chunk as Buffer);
    }
  }
  return Buffer.concat(chunks);
}
