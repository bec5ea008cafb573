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

const formType = 'multipart/form-data';

/** Route configuration for HTML forms with a file. Other routes refuse their type. */
export const takesForms = { takesForms: true } as const;

export interface UploadedForm {
  fields: URLSearchParams;
  /** Null if no file was chosen. */
  file: Buffer | null;
}

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
    fastify.addContentTypeParser(formType, ({ routeOptions }, payload, done) => {
      const isForm = (routeOptions.config as Partial<typeof takesForms>).takesForms;
      if (isForm) return done(null, payload);
      done(Object.assign(new Error(`This address takes no ${formType}.`), { statusCode: 415 }));
    });
  }

  /**
   * All uploads must be read here.
   * @throws Refusal FILE_TOO_LARGE, FILE_INFECTED, FILES_AWAY
   */
  async read(body: unknown, mostMegabytes?: number): Promise<Buffer> {
    const bytes = await readUpload(body, mostMegabytes);
    await this.refuseInfected(bytes);
    return bytes;
  }

  private async refuseInfected(bytes: Buffer): Promise<void> {
    const found = await this.scan(bytes);
    if (found === null) return;
    this.logger.warn({ found }, 'an uploaded file was refused: malware');
    throw new Refusal('FILE_INFECTED', 'A virus scanner found something in this file. Please send a different file.');
  }

  /**
   * Reads an HTML form with one file.
   * @throws Refusal FILE_TOO_LARGE, FILE_INFECTED, FILES_AWAY; BAD_INPUT if it isn't such a form
   */
  async readForm(body: unknown, contentType: string): Promise<UploadedForm> {
    const bytes = new Uint8Array(await readUpload(body));
    const form = await new Response(bytes, { headers: { 'content-type': contentType } }).formData().catch(() => null);
    if (!form) throw badInput({ file: 'required' });
    const fields = new URLSearchParams();
    let file: Buffer | null = null;
    for (const [name, value] of form) {
      if (typeof value === 'string') fields.append(name, value);
      else if (value.size > 0) file = Buffer.from(await value.arrayBuffer());
    }
    if (file) await this.refuseInfected(file);
    return { fields, file };
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
