import pg, { type Pool, type PoolClient } from 'pg';
import { Readable } from 'node:stream';
import { answerWithin } from '../database/bounded-waits.js';

/** What pg asks of something it is given to run; its own types do not describe it. */
interface Connection {
  query(sql: string): void;
  stream: { pause(): void; resume(): void };
}

const byteOrderMark = '\ufeff';
const newline = 0x0a;

/** A statement that writes rows as CSV with a header, for `CopyOut`. */
export function copyCsv(select: string): string {
  return `COPY (${select}) TO STDOUT (FORMAT csv, HEADER)`;
}

/**
 * `COPY … TO STDOUT` as a stream: PostgreSQL writes the file, and of a million rows never more than a few are in memory.
 * Rows end in CR LF (RFC 4180). The file starts with a byte order mark, because Excel reads UTF-8 without one as Latin-1;
 * programs can do without it (`bom: false`).
 * A reader that goes away takes the connection with it, so that nothing goes on being written for nobody.
 */
export class CopyOut extends Readable {
  private connection: Connection | null = null;
  private client: PoolClient | null = null;
  /** Read by pg: how long it waits for the end of the file. */
  readonly query_timeout: number;
  /** What the log calls it when it took long: the words of its SQL are values of those who ask. */
  readonly name = 'copy-out';
  /** Set by pg, to hear that the file is over. */
  callback?: (error?: Error) => void;

  constructor(
    pool: Pool,
    private readonly sql: string,
    /** `seconds`: how long the whole file may take, whatever limit other statements have; `zone`: that of its times (`csvTime`). */
    private readonly options: { seconds: number; zone?: string; bom?: boolean },
  ) {
    super();
    if (options.bom !== false) this.push(byteOrderMark);
    this.query_timeout = answerWithin(options.seconds);
    this.begin(pool).catch((error: unknown) => this.destroy(error as Error));
  }

  private async begin(pool: Pool): Promise<void> {
    this.client = await pool.connect();
    if (this.destroyed) return this.letGo();
    const { seconds, zone = 'UTC' } = this.options;
    await this.client.query(
      `BEGIN READ ONLY; SET LOCAL statement_timeout = '${seconds}s'; SET LOCAL TimeZone = ${pg.escapeLiteral(zone)}`,
    );
    if (this.destroyed) return this.letGo(true);
    // Somebody waits for its end, so that a server which falls silent meanwhile is noticed as with every statement.
    this.client.query(this as unknown as Parameters<PoolClient['query']>[0], () => undefined);
  }

  override _read(): void {
    this.connection?.stream.resume();
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    // Unread rows are still on their way: this connection is good for nothing else.
    this.connection?.stream.resume();
    this.letGo(true);
    done(error);
  }

  private letGo(broken?: boolean): void {
    this.client?.release(broken);
    this.client = null;
  }

  /** From here on pg calls. */
  submit(connection: Connection): void {
    this.connection = connection;
    connection.query(this.sql);
  }

  handleCopyData({ chunk }: { chunk: Buffer }, connection: Connection): void {
    if (this.destroyed) return;
    if (!this.push(rowOf(chunk))) connection.stream.pause();
  }

  handleError(error: Error): void {
    this.callback?.(error);
    this.destroy(error);
  }

  handleReadyForQuery(): void {
    this.callback?.();
    if (this.destroyed) return;
    // Whoever has read the file to its end finds the connection free again.
    this.client?.query('COMMIT').then(
      () => {
        this.letGo();
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
 * One row, which PostgreSQL ends in LF. A copy: `chunk` is a view of pg's buffer, and pg writes the next rows over it
 * while this one waits for its reader.
 */
function rowOf(chunk: Buffer): Buffer {
  if (chunk.at(-1) !== newline) return Buffer.from(chunk);
  const row = Buffer.allocUnsafe(chunk.length + 1);
  chunk.copy(row);
  row.write('\r\n', chunk.length - 1);
  return row;
}
