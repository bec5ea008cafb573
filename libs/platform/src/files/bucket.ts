import { AwsV4Signer } from 'aws4fetch';
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import type { Config } from '../config/config.js';

/**
 * Why the service gave nothing: it was not reached, took too long or has too much to do (`away`), does not take our key
 * (`refused`), has no such bucket, or the object is not there or not what it was.
 */
export type BucketFault = 'away' | 'refused' | 'no-bucket' | 'no-object' | 'damaged';

export class BucketError extends Error {
  /** @param code as the service calls it, for the log; never a key or an address */
  constructor(
    readonly fault: BucketFault,
    readonly code: string,
  ) {
    super(`the bucket: ${fault} (${code})`);
  }
}

/** An object on its way: its length, where the service says it, and its bytes, which end in an error where they are not those of its name. */
export interface OpenObject {
  readonly size: number | null;
  readonly body: Readable;
}

/** How long is waited before asking again, where the service had too much to do. */
const pauses = [100, 400];
const mostOfAnError = 4_096;
/** SHA-256 of nothing: what a request without a body is signed with. */
const ofNothing = createHash('sha256').digest('hex');

/**
 * A bucket that speaks S3, with four words of its language. Objects are called by the SHA-256 of their bytes, which is also
 * what the signature of an upload is made over: a service that keeps other bytes than these refuses them itself.
 */
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

  /** The bucket of the settings; null where there is none. */
  static of(config: Config): Bucket | null {
    const { FILES_S3_ENDPOINT: endpoint, FILES_S3_BUCKET: name } = config;
    const { FILES_S3_ACCESS_KEY_ID: accessKeyId, FILES_S3_SECRET_ACCESS_KEY: secretAccessKey } = config;
    if (!endpoint || !name || !accessKeyId || !secretAccessKey) return null;
    return new Bucket(endpoint, name, config, { accessKeyId, secretAccessKey });
  }

  /** Puts bytes there; the same twice is one object. @throws BucketError */
  async put(sha256: Buffer, bytes: Buffer): Promise<void> {
    const answer = await this.ask('PUT', `/${nameOf(sha256)}`, bytes, sha256.toString('hex'));
    await answer.body?.cancel();
  }

  /** @throws BucketError at once, or while the bytes are read */
  async get(sha256: Buffer): Promise<OpenObject> {
    const stop = new AbortController();
    const answer = await this.ask('GET', `/${nameOf(sha256)}`, undefined, ofNothing, stop);
    const { headers } = answer;
    const size = headers.has('content-encoding') ? null : Number(headers.get('content-length') ?? NaN);
    return {
      size: Number.isInteger(size) ? size : null,
      body: Readable.from(this.bytesOf(answer, sha256, stop), { objectMode: false }),
    };
  }

  /** Takes an object away; one that is not there is no error. @throws BucketError */
  async remove(sha256: Buffer): Promise<void> {
    const answer = await this.ask('DELETE', `/${nameOf(sha256)}`).catch((error: unknown) => {
      if (error instanceof BucketError && error.fault === 'no-object') return null;
      throw error;
    });
    await answer?.body?.cancel();
  }

  /** Whether it is there and takes our key. @throws BucketError */
  async look(): Promise<void> {
    await this.page(1);
  }

  /** The digests of all that lies in it; what is called otherwise is not ours. @throws BucketError */
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
    if (next !== undefined) query.set('continuation-token', unescaped(next));
    const stop = new AbortController();
    const answer = await this.ask('GET', `?${query}`, undefined, ofNothing, stop);
    const late = setTimeout(() => stop.abort(), this.patience);
    try {
      return await answer.text();
    } catch (error) {
      throw new BucketError('away', codeOf(error, stop.signal));
    } finally {
      clearTimeout(late);
    }
  }

  /** Asks, and again where the service had too much to do, until its time is over. */
  private async ask(
    method: string,
    path: string,
    bytes?: Buffer,
    bodyHash = ofNothing,
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

  /** The bytes as they come: none for too long, or others than they should be, is an error, and whoever reads hears of it. */
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
      // Somebody who went away in the middle leaves nothing open.
      stop.abort();
    }
    if (!hash.digest().equals(sha256)) throw new BucketError('damaged', 'digest');
  }
}

function nameOf(sha256: Buffer): string {
  return sha256.toString('hex');
}

/** What a service says in XML when it says no. */
async function errorOf(answer: Response): Promise<BucketError> {
  const text = (await answer.text()).slice(0, mostOfAnError);
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

function unescaped(xml: string): string {
  return xml.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}
