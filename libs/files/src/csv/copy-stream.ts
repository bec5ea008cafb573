import pg, { type Pool, type PoolClient } from 'pg';
import { Readable } from 'node:stream';
import { answerWithin } from '@upstander/platform';

/** pg's types don't describe this. */
interface Connection {
  query(sql: string): void;
  stream: { pause(): void; resume(): void };
}

const byteOrderMark = '\ufeff';
const newline = 0x0a;

export function copyCsv(select: string): string {
  return `COPY (${select}) TO STDOUT (FORMAT csv, HEADER)`;
}

/**
 * Streams the output of `COPY … TO STDOUT` with only a few rows in memory.
 * Rows end in CR LF (RFC 4180). Excel needs the byte order mark to read UTF-8; programs can turn it off with `bom:
 * false`. Destroying the stream closes the connection so that PostgreSQL stops writing.
 */
export class CopyStream extends Readable {
  private connection: Connection | null = null;
  private client: PoolClient | null = null;
  /** Timeout read by pg, for the whole file. */
  readonly query_timeout: number;
  /** Name in the slow-statement log. The SQL itself contains user input. */
  readonly name = 'copy-out';
  /** Set by pg; must be called at the end of the file. */
  callback?: (error?: Error) => void;

  constructor(
    pool: Pool,
    private readonly sql: string,
    /** `seconds`: time limit for the whole file. `zone`: time zone of its times (`csvTime`). */
    private readonly options: { seconds: number; zone?: string; bom?: boolean },
  ) {
    super();
    if (options.bom !== false) this.push(byteOrderMark);
    this.query_timeout = answerWithin(options.seconds);
    this.begin(pool).catch((error: unknown) => this.destroy(error as Error));
  }

  private async begin(pool: Pool): Promise<void> {
    this.client = await pool.connect();
    if (this.destroyed) return this.releaseClient();
    const { seconds, zone = 'UTC' } = this.options;
    await this.client.query(
      `BEGIN READ ONLY; SET LOCAL statement_timeout = '${seconds}s'; SET LOCAL TimeZone = ${pg.escapeLiteral(zone)}`,
    );
    if (this.destroyed) return this.releaseClient(true);
    // pg applies its query timeout only when a callback is given.
    this.client.query(this as unknown as Parameters<PoolClient['query']>[0], () => undefined);
  }

  override _read(): void {
    this.connection?.stream.resume();
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    // Unread rows are still arriving, so the connection can't be reused.
    this.connection?.stream.resume();
    this.releaseClient(true);
    done(error);
  }

  private releaseClient(broken?: boolean): void {
    this.client?.release(broken);
    this.client = null;
  }

  /** pg calls this method and those below. */
  submit(connection: Connection): void {
    this.connection = connection;
    connection.query(this.sql);
  }

  handleCopyData({ chunk }: { chunk: Buffer }, connection: Connection): void {
    if (this.destroyed) return;
    if (!this.push(copyRow(chunk))) connection.stream.pause();
  }

  handleError(error: Error): void {
    this.callback?.(error);
    this.destroy(error);
  }

  handleReadyForQuery(): void {
    this.callback?.();
    if (this.destroyed) return;
    // Released before the stream ends, so that the connection is free when the reader continues.
    this.client?.query('COMMIT').then(
      () => {
        this.releaseClient();
        this.push(null);
      },
      (lost: Error) => this.destroy(lost),
    );
  }

  handleCommandComplete(): void {}
  handleRowDescription(): void {}
  handleDataRow(): void {}
  handlePortalSuspended(): void {}
  handleEmptyQuery(): void {}
}

/**
 * Copies one row and replaces its LF with CR LF.
 * `chunk` is a view of pg's buffer, which pg overwrites while the row waits for its reader.
 */
function copyRow(chunk: Buffer): Buffer {
  if (chunk.at(-1) !== newline) return Buffer.from(chunk);
  const row = Buffer.allocUnsafe(chunk.length + 1);
  chunk.copy(row);
  row.write('\r\n', chunk.length - 1);
  return row;
}
