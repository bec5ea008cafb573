import { connect, type Socket } from 'node:net';
import { performance } from 'node:perf_hooks';

/**
 * A low-overhead load client: keep-alive connections that each repeat the same kind of request as soon as the answer
 * arrives (closed loop). Reads only the status and Content-Length.
 */
export interface LoadResult {
  requests: number;
  seconds: number;
  perSecond: number;
  /** Duration of each request in milliseconds, in order of completion. */
  latencies: number[];
  /** Number of answers that were not 200, by status. */
  failures: Record<number, number>;
}

export interface Load {
  port: number;
  connections: number;
  /** Returns the body of the next request. An unchanged text is sent as the same bytes. Omit it for a GET. */
  body?: () => string;
  path?: string;
  headers?: (body: string) => string;
  seconds?: number;
  requests?: number;
}

export async function load(wish: Load): Promise<LoadResult> {
  const started = performance.now();
  const until = wish.seconds ? started + wish.seconds * 1000 : Infinity;
  let left = wish.requests ?? Infinity;
  const result: LoadResult = { requests: 0, seconds: 0, perSecond: 0, latencies: [], failures: {} };
  const more = () => left-- > 0 && performance.now() < until;
  await Promise.all(Array.from({ length: wish.connections }, () => oneConnection(wish, more, result)));
  result.seconds = (performance.now() - started) / 1000;
  result.perSecond = result.requests / result.seconds;
  return result;
}

export async function ask(port: number, body: string, path = '/graphql', lines = ''): Promise<string> {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headersFrom(lines) },
    body,
  });
  const text = await response.text();
  if (response.status !== 200) throw new Error(`${response.status}: ${text}`);
  return text;
}

function headersFrom(lines: string): Record<string, string> {
  const pairs = lines.split('\r\n').filter(Boolean);
  return Object.fromEntries(pairs.map((line) => line.split(': ') as [string, string]));
}

function oneConnection(wish: Load, more: () => boolean, result: LoadResult): Promise<void> {
  const encode = wish.body ? encoder(wish.path ?? '/graphql', wish.headers) : getter(wish.path ?? '/');
  return new Promise((resolve, reject) => {
    // Reuses one buffer: allocating 64 kB per answer costs more than reading it.
    const onread = {
      buffer: Buffer.allocUnsafe(64 * 1024),
      callback: (bytes: number, into: Uint8Array) => {
        reader.take(Buffer.from(into.buffer, into.byteOffset, bytes));
        return true;
      },
    };
    const socket: Socket = connect({ port: wish.port, host: '127.0.0.1', noDelay: true, onread });
    let sentAt = 0;
    const reader = new AnswerReader((status) => {
      result.latencies.push(performance.now() - sentAt);
      result.requests += 1;
      if (status !== 200) result.failures[status] = (result.failures[status] ?? 0) + 1;
      next();
    });
    const next = () => {
      if (!more()) {
        socket.end();
        resolve();
        return;
      }
      try {
        const bytes = encode(wish.body?.() ?? '');
        sentAt = performance.now();
        socket.write(bytes);
      } catch (error) {
        socket.destroy();
        reject(error as Error);
      }
    };
    socket.on('connect', next);
    socket.on('error', reject);
  });
}

function getter(path: string): () => Buffer {
  const bytes = Buffer.from(`GET ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n`);
  return () => bytes;
}

function encoder(path: string, headers: Load['headers'] = () => ''): (body: string) => Buffer {
  let last: { body: string; bytes: Buffer } | null = null;
  return (body) => {
    if (last?.body === body) return last.bytes;
    const head = `POST ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n${headers(body)}\r\n`;
    last = { body, bytes: Buffer.from(head + body) };
    return last.bytes;
  };
}

/** Finds the ends of answers in a stream. Every server measured here sends a Content-Length. */
class AnswerReader {
  private head: Buffer = Buffer.alloc(0);
  private missing = -1;
  private status = 0;

  constructor(private readonly answered: (status: number) => void) {}

  /** @param chunk read before this returns; the buffer is reused */
  take(chunk: Buffer): void {
    if (this.missing < 0) {
      const begun = this.head.length > 0 ? Buffer.concat([this.head, chunk]) : chunk;
      const end = begun.indexOf('\r\n\r\n');
      if (end < 0) {
        this.head = Buffer.from(begun);
        return;
      }
      const text = begun.toString('latin1', 0, end);
      this.status = Number(text.slice(9, 12));
      const length = /\r\ncontent-length: *(\d+)/i.exec(text)?.[1];
      if (!length) throw new Error(`An answer without a length:\n${text}`);
      this.missing = Number(length) - (begun.length - end - 4);
      this.head = Buffer.alloc(0);
    } else {
      this.missing -= chunk.length;
    }
    if (this.missing > 0) return;
    this.missing = -1;
    this.answered(this.status);
  }
}
