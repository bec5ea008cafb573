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

export async function load(options: Load): Promise<LoadResult> {
  const started = performance.now();
  const deadline = options.seconds ? started + options.seconds * 1000 : Infinity;
  let remaining = options.requests ?? Infinity;
  const result: LoadResult = { requests: 0, seconds: 0, perSecond: 0, latencies: [], failures: {} };
  const hasMore = () => remaining-- > 0 && performance.now() < deadline;
  await Promise.all(Array.from({ length: options.connections }, () => runConnection(options, hasMore, result)));
  result.seconds = (performance.now() - started) / 1000;
  result.perSecond = result.requests / result.seconds;
  return result;
}

export async function post(port: number, body: string, path = '/graphql', lines = ''): Promise<string> {
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

function runConnection(options: Load, hasMore: () => boolean, result: LoadResult): Promise<void> {
  const encode = options.body ? encoder(options.path ?? '/graphql', options.headers) : getter(options.path ?? '/');
  return new Promise((resolve, reject) => {
    // Reuses one buffer: allocating 64 kB per answer costs more than reading it.
    const onread = {
      buffer: Buffer.allocUnsafe(64 * 1024),
      callback: (bytes: number, into: Uint8Array) => {
        reader.handleChunk(Buffer.from(into.buffer, into.byteOffset, bytes));
        return true;
      },
    };
    const socket: Socket = connect({ port: options.port, host: '127.0.0.1', noDelay: true, onread });
    let sentAt = 0;
    const reader = new AnswerReader((status) => {
      result.latencies.push(performance.now() - sentAt);
      result.requests += 1;
      if (status !== 200) result.failures[status] = (result.failures[status] ?? 0) + 1;
      sendNext();
    });
    const sendNext = () => {
      if (!hasMore()) {
        socket.end();
        resolve();
        return;
      }
      try {
        const bytes = encode(options.body?.() ?? '');
        sentAt = performance.now();
        socket.write(bytes);
      } catch (error) {
        socket.destroy();
        reject(error as Error);
      }
    };
    socket.on('connect', sendNext);
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
    const leftover = `POST ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n${headers(body)}\r\n`;
    last = { body, bytes: Buffer.from(leftover + body) };
    return last.bytes;
  };
}

/** Finds the ends of answers in a stream. Every server measured here sends a Content-Length. */
class AnswerReader {
  private leftover: Buffer = Buffer.alloc(0);
  private missing = -1;
  private status = 0;

  constructor(private readonly onAnswer: (status: number) => void) {}

  /** @param chunk read before this returns; the buffer is reused */
  handleChunk(chunk: Buffer): void {
    if (this.missing < 0) {
      const pending = this.leftover.length > 0 ? Buffer.concat([this.leftover, chunk]) : chunk;
      const end = pending.indexOf('\r\n\r\n');
      if (end < 0) {
        this.leftover = Buffer.from(pending);
        return;
      }
      const text = pending.toString('latin1', 0, end);
      this.status = Number(text.slice(9, 12));
      const length = /\r\ncontent-length: *(\d+)/i.exec(text)?.[1];
      if (!length) throw new Error(`An answer without a length:\n${text}`);
      this.missing = Number(length) - (pending.length - end - 4);
      this.leftover = Buffer.alloc(0);
    } else {
      this.missing -= chunk.length;
    }
    if (this.missing > 0) return;
    this.missing = -1;
    this.onAnswer(this.status);
  }
}
