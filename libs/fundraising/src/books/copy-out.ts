import type { Pool, PoolClient } from 'pg';
import { answerWithin } from '@upstander/platform';
import { Readable } from 'node:stream';

/** What pg asks of something it is given to run; its own types do not describe it. */
interface Connection {
  query(sql: string): void;
  stream: { pause(): void; resume(): void };
}

/**
 * `COPY … TO STDOUT` as a stream: PostgreSQL writes the file, and of a million rows never more than a few are in memory.
 * A reader that goes away takes the connection with it, so that nothing goes on being written for nobody.
 */
export class CopyOut extends Readable {
  private connection: Connection | null = null;
  private client: PoolClient | null = null;
  /** Read by pg: how long it waits for the end of the file. */
  readonly query_timeout: number;
  /** Set by pg, to hear that the file is over. */
  callback?: () => void;

  /** @param seconds how long the whole file may take, whatever limit other statements have. */
  constructor(
    pool: Pool,
    private readonly sql: string,
    private readonly seconds: number,
  ) {
    super();
    this.query_timeout = answerWithin(seconds);
    this.begin(pool).catch((error: unknown) => this.destroy(error as Error));
  }

  private async begin(pool: Pool): Promise<void> {
    this.client = await pool.connect();
    if (this.destroyed) return this.letGo();
    await this.client.query(`BEGIN READ ONLY; SET LOCAL statement_timeout = '${this.seconds}s'`);
    if (this.destroyed) return this.letGo(true);
    void this.client.query(this as unknown as Parameters<PoolClient['query']>[0]);
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
    // A copy: `chunk` is a view of pg's buffer, and pg writes the next rows over it while this one waits for its reader.
    if (!this.push(Buffer.from(chunk))) connection.stream.pause();
  }

  handleError(error: Error): void {
    this.callback?.();
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
