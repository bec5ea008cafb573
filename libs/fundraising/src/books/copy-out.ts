import type { Pool, PoolClient } from 'pg';
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
  private release: ((broken?: boolean) => void) | null = null;

  constructor(
    pool: Pool,
    private readonly sql: string,
  ) {
    super();
    void pool.connect().then(
      (client: PoolClient) => {
        this.release = (broken) => client.release(broken);
        if (this.destroyed) this.letGo();
        else void client.query(this as unknown as Parameters<PoolClient['query']>[0]);
      },
      (error: Error) => this.destroy(error),
    );
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
    this.release?.(broken);
    this.release = null;
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
    this.destroy(error);
  }

  handleReadyForQuery(): void {
    this.letGo();
    if (!this.destroyed) this.push(null);
  }

  handleCommandComplete(): void {}
  handleRowDescription(): void {}
  handleDataRow(): void {}
  handlePortalSuspended(): void {}
  handleEmptyQuery(): void {}
}
