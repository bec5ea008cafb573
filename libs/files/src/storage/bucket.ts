import { AwsV4Signer } from 'aws4fetch';
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import type { Config } from '@upstander/platform';

/**
 * Why a request failed.
 * `away`: unreachable, too slow or overloaded; `refused`: credentials rejected; `damaged`: the digest doesn't match.
 */
export type BucketFault = 'away' | 'refused' | 'no-bucket' | 'no-object' | 'damaged';

export class BucketError extends Error {
  /** @param code error code of the service for the log; never a key or an address */
  constructor(
    readonly fault: BucketFault,
    readonly code: string,
  ) {
    super(`the bucket: ${fault} (${code})`);
  }
}

/** An object being downloaded. The stream fails if the digest doesn't match. */
export interface OpenObject {
  readonly size: number | null;
  readonly body: Readable;
}

/** Pauses before retries of an overloaded service, in milliseconds. */
const pauses = [100, 400];
const maxErrorLength = 4_096;
/** SHA-256 of an empty body. */
const emptyBodyHash = createHash('sha256').digest('hex');

/** Objects are named by the SHA-256 of their bytes, which also signs the upload. */
export class Bucket {
  private readonly base: string;
  private readonly patience: number;
  private readonly keys: { accessKeyId: string; secretAccessKey: string; region: string };

  private constructor(
    endpoint: string,
    readonly name: string,
    config: Config,
    keys: { accessKeyId: string; secretAccessKey: string },
  ) {
    const url = new URL(endpoint);
    if (!config.FILES_S3_PATH_STYLE) url.hostname = `${name}.${url.hostname}`;
    this.base = `${url.href.replace(/\/+$/, '')}${config.FILES_S3_PATH_STYLE ? `/${name}` : ''}`;
    this.patience = config.FILES_S3_SECONDS * 1000;
    this.keys = { ...keys, region: config.FILES_S3_REGION };
  }

  static fromConfig(config: Config): Bucket | null {
    const { FILES_S3_ENDPOINT: endpoint, FILES_S3_BUCKET: name } = config;
    const { FILES_S3_ACCESS_KEY_ID: accessKeyId, FILES_S3_SECRET_ACCESS_KEY: secretAccessKey } = config;
    if (!endpoint || !name || !accessKeyId || !secretAccessKey) return null;
    return new Bucket(endpoint, name, config, { accessKeyId, secretAccessKey });
  }

  /** @throws BucketError */
  async put(sha256: Buffer, bytes: Buffer): Promise<void> {
    const answer = await this.ask('PUT', `/${nameOf(sha256)}`, bytes, sha256.toString('hex'));
    await answer.body?.cancel();
  }

  /** @throws BucketError immediately or while the body is read */
  async get(sha256: Buffer): Promise<OpenObject> {
    const stop = new AbortController();
    const answer = await this.ask('GET', `/${nameOf(sha256)}`, undefined, emptyBodyHash, stop);
    const { headers } = answer;
    const size = headers.has('content-encoding') ? null : Number(headers.get('content-length') ?? NaN);
    return {
      size: Number.isInteger(size) ? size : null,
      body: Readable.from(this.bytesOf(answer, sha256, stop), { objectMode: false }),
    };
  }

  /**
   * Idempotent.
   * @throws BucketError
   */
  async remove(sha256: Buffer): Promise<void> {
    const answer = await this.ask('DELETE', `/${nameOf(sha256)}`).catch((error: unknown) => {
      if (error instanceof BucketError && error.fault === 'no-object') return null;
      throw error;
    });
    await answer?.body?.cancel();
  }

  /** @throws BucketError */
  async checkAccess(): Promise<void> {
    await this.page(1);
  }

  /** Yields the digests of all objects, without those of other names. @throws BucketError */
  async *list(): AsyncGenerator<Buffer> {
    let next: string | undefined;
    do {
      const page = await this.page(1000, next);
      for (const [, key] of page.matchAll(/<Key>([0-9a-f]{64})<\/Key>/g)) yield Buffer.from(key!, 'hex');
      next = /<NextContinuationToken>([^<]+)</.exec(page)?.[1];
    } while (next !== undefined);
  }

  private async page(most: number, next?: string): Promise<string> {
    const query = new URLSearchParams({ 'list-type': '2', 'max-keys': String(most) });
    if (next !== undefined) query.set('continuation-token', unescapeXml(next));
    const stop = new AbortController();
    const answer = await this.ask('GET', `?${query}`, undefined, emptyBodyHash, stop);
    const late = setTimeout(() => stop.abort(), this.patience);
    try {
      return await answer.text();
    } catch (error) {
      throw new BucketError('away', codeOf(error, stop.signal));
    } finally {
      clearTimeout(late);
    }
  }

  private async ask(
    method: string,
    path: string,
    bytes?: Buffer,
    bodyHash = emptyBodyHash,
    stop = new AbortController(),
  ): Promise<Response> {
    const until = setTimeout(() => stop.abort(), this.patience);
    try {
      for (const pause of [...pauses, null]) {
        const answer = await this.askOnce(method, path, bytes, bodyHash, stop.signal);
        if (answer.ok) return answer;
        const error = await errorOf(answer);
        if (error.fault !== 'away' || pause === null) throw error;
        await wait(pause, undefined, { signal: stop.signal });
      }
      throw new BucketError('away', 'none');
    } catch (error) {
      throw error instanceof BucketError ? error : new BucketError('away', codeOf(error, stop.signal));
    } finally {
      clearTimeout(until);
    }
  }

  private async askOnce(
    method: string,
    path: string,
    bytes: Buffer | undefined,
    bodyHash: string,
    signal: AbortSignal,
  ) {
    const headers = { 'x-amz-content-sha256': bodyHash };
    const { url, headers: signed } = await new AwsV4Signer({
      method,
      url: `${this.base}${path}`,
      headers,
      service: 's3',
      ...this.keys,
    }).sign();
    const body = bytes && new Uint8Array(bytes.buffer as ArrayBuffer, bytes.byteOffset, bytes.byteLength);
    return fetch(url, { method, headers: signed, signal, redirect: 'manual', ...(body && { body }) });
  }

  /** Fails if no bytes arrive within the timeout, or if the digest doesn't match. */
  private async *bytesOf(answer: Response, sha256: Buffer, stop: AbortController): AsyncGenerator<Uint8Array> {
    const hash = createHash('sha256');
    const reader = answer.body!.getReader();
    try {
      for (;;) {
        const late = setTimeout(() => stop.abort(), this.patience);
        const { done, value } = await reader.read().finally(() => clearTimeout(late));
        if (done) break;
        hash.update(value);
        yield value;
      }
    } catch (error) {
      throw new BucketError('away', codeOf(error, stop.signal));
    } finally {
      // Also aborts the download when the reader stops early.
      stop.abort();
    }
    if (!hash.digest().equals(sha256)) throw new BucketError('damaged', 'digest');
  }
}

function nameOf(sha256: Buffer): string {
  return sha256.toString('hex');
}

async function errorOf(answer: Response): Promise<BucketError> {
  const text = (await answer.text()).slice(0, maxErrorLength);
  const code = /<Code>([A-Za-z0-9]{1,60})<\/Code>/.exec(text)?.[1] ?? String(answer.status);
  if (answer.status >= 500 || answer.status === 429) return new BucketError('away', code);
  if (code === 'NoSuchBucket') return new BucketError('no-bucket', code);
  if (answer.status === 404) return new BucketError('no-object', code);
  return new BucketError('refused', code);
}

function codeOf(error: unknown, signal: AbortSignal): string {
  if (signal.aborted) return 'timeout';
  const { code, cause } = error as { code?: unknown; cause?: { code?: unknown } };
  return String(cause?.code ?? code ?? 'unreachable');
}

function unescapeXml(xml: string): string {
  return xml.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}
