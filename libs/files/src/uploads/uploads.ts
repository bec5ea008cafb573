import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import type { Readable } from 'node:stream';
import { badInput, Clock, Config, Logger, Outage, Refusal } from '@upstander/platform';
import { Clamd } from './clamd.js';

export const uploadTypes = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/gif',
  'image/avif',
  'image/heic',
  'application/pdf',
  'text/csv',
  'application/octet-stream',
] as const;

/** Accepts upload types without parsing them. A route reads and scans the body after its permission check. */
@Injectable()
export class Uploads implements OnModuleInit {
  private readonly scanner: Clamd | null;
  private readonly outage: Outage;

  constructor(
    private readonly host: HttpAdapterHost,
    config: Config,
    clock: Clock,
    private readonly logger: Logger,
  ) {
    this.scanner = config.CLAMD_URL === undefined ? null : new Clamd(config.CLAMD_URL);
    this.outage = new Outage(logger, 'the malware scanner', () => clock.now());
  }

  onModuleInit(): void {
    const fastify = (
      this.host.httpAdapter as { getInstance?: () => Partial<FastifyInstance> } | undefined
    )?.getInstance?.();
    // The worker has no HTTP server.
    if (!fastify?.addContentTypeParser) return;
    for (const type of uploadTypes) {
      if (!fastify.hasContentTypeParser?.(type)) {
        fastify.addContentTypeParser(type, (_request, payload, done) => done(null, payload));
      }
    }
  }

  /**
   * All uploads must be read here.
   * @throws Refusal FILE_TOO_LARGE, FILE_INFECTED, FILES_AWAY
   */
  async read(body: unknown, mostMegabytes?: number): Promise<Buffer> {
    const bytes = await readUpload(body, mostMegabytes);
    const found = await this.scan(bytes);
    if (found === null) return bytes;
    this.logger.warn({ found }, 'an uploaded file was refused: malware');
    throw new Refusal('FILE_INFECTED', 'A virus scanner found something in this file. Please send a different file.');
  }

  private async scan(bytes: Buffer): Promise<string | null> {
    if (!this.scanner) return null;
    try {
      const found = await this.scanner.scan(bytes);
      this.outage.reportRecovery();
      return found;
    } catch (error) {
      this.outage.isAway((error as NodeJS.ErrnoException).code ?? (error as Error).message);
      throw new Refusal('FILES_AWAY', 'We can’t upload files right now. Please try again in a few minutes.');
    }
  }
}

/**
 * The excess is drained, because the client wouldn't receive the refusal if the connection were closed.
 * @throws Refusal FILE_TOO_LARGE
 */
async function readUpload(body: unknown, mostMegabytes = 10): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  if (body) {
    for await (const chunk of (body as Readable).iterator({ destroyOnReturn: false })) {
      size += (chunk as Buffer).length;
      if (size > mostMegabytes * 1024 * 1024) {
        throw new Refusal('FILE_TOO_LARGE', `The file is larger than ${mostMegabytes} MB.`);
      }
      chunks.push(chunk as Buffer);
    }
  }
  return Buffer.concat(chunks);
}

/** @throws Refusal BAD_INPUT with this problem if the content type differs */
export function requireMediaType(headers: { 'content-type'?: string }, type: string, problem: string): void {
  if (headers['content-type']?.split(';')[0]?.trim() !== type) throw badInput({ file: problem });
}

export function fileNameOf(typed: unknown, fallback: string): string {
  const line = typeof typed === 'string' ? typed.normalize('NFC').replace(/[\p{Cc}\p{Cs}]/gu, '') : '';
  return line.trim().slice(0, 200) || fallback;
}
