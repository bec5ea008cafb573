import pg from 'pg';
import type { Config } from '../config/config.js';
import { firstOf, searchFor, type ServerSearch } from './several-hosts.js';
import { beginStatement } from './statements.js';
import { noteLostLine, noteNoConnection } from './unavailable.js';

type Limits = Pick<Config, 'DATABASE_CONNECT_SECONDS' | 'DATABASE_STATEMENT_SECONDS' | 'DATABASE_IDLE_SECONDS'>;
type Answered = (error: Error | null, result?: unknown) => void;

/** The database ends a statement that takes too long; a little later we stop to wait for one that is stuck itself. */
const grace = 2_000;

/**
 * How long a pool of ours waits, in the words of pg; every pool has these. Nothing waits for ever: not for a connection,
 * not for a statement, not for an answer of a database that is frozen, and no transaction stands open for nothing.
 */
export function boundedWaits(limits: Limits) {
  const statement = limits.DATABASE_STATEMENT_SECONDS * 1000;
  return {
    Client: BoundedClient,
    connectionTimeoutMillis: limits.DATABASE_CONNECT_SECONDS * 1000,
    statement_timeout: statement,
    query_timeout: statement + grace,
    idle_in_transaction_session_timeout: limits.DATABASE_IDLE_SECONDS * 1000,
    keepAlive: true,
  } satisfies pg.PoolConfig & { Client: unknown };
}

/** How long the answer to a statement is waited for that may itself take so many seconds. */
export function answerWithin(seconds: number): number {
  return seconds * 1000 + grace;
}

const usualPatience = 10_000;

/**
 * A connection on which an answer did not come is good for nothing: whoever used it next would get that answer, or write
 * in a transaction that is still open. So it is cut, and the pool makes another; likewise one whose server takes no writes
 * any more. A connection that is lost while somebody has it tells them by their own statement; the event beside it, heard by
 * nobody, would end the process.
 *
 * An address may have several hosts, as libpq knows them and pg does not: each connection is to the one that fits.
 */
class Bounded extends pg.Client {
  private readonly search: ServerSearch | null;

  constructor(config?: string | pg.ClientConfig) {
    const given = typeof config === 'string' ? { connectionString: config } : (config ?? {});
    const { connectionString: url, connectionTimeoutMillis = usualPatience } = given;
    super(url === undefined ? given : { ...given, connectionString: firstOf(url) });
    this.search = searchFor(url, connectionTimeoutMillis);
    this.on('error', () => undefined);
  }

  override connect(): Promise<this>;
  override connect(callback: (error: Error) => void): void;
  override connect(callback?: (error: Error) => void): Promise<this> | void {
    const failed = (error: unknown): never => {
      noteNoConnection(error);
      throw error;
    };
    const told =
      callback &&
      ((error: Error, ...more: unknown[]) => {
        noteNoConnection(error);
        (callback as (...answer: unknown[]) => void)(error, ...more);
      });
    const found = this.search?.find().then((url) => this.leadTo(url));
    if (!told) {
      const begin = () => super.connect() as Promise<unknown>;
      return (found ? found.then(begin) : begin()).then(() => this, failed);
    }
    if (!found) return super.connect(told);
    found.then(() => super.connect(told), told);
  }

  /** Before it connects, pg has only noted where to. */
  private leadTo(url: string): void {
    const { hostname, port } = new URL(url);
    const host = decodeURIComponent(hostname.replace(/^\[(.+)\]$/, '$1'));
    Object.assign(this, { host, port: Number(port || 5432) });
  }

  override query(...asked: unknown[]): never {
    const last = asked.at(-1);
    const end = beginStatement(asked[0]);
    if (typeof last === 'function') {
      asked[asked.length - 1] = (error: Error | null, result?: unknown) => {
        end?.(error !== null && error !== undefined);
        this.failed(error);
        (last as Answered)(error, result);
      };
    }
    const answer = (super.query as (...args: unknown[]) => unknown).apply(this, asked);
    if (answer instanceof Promise) {
      return answer.then(
        (result: unknown) => {
          end?.(false);
          return result;
        },
        (error: unknown) => {
          end?.(true);
          this.failed(error);
          throw error;
        },
      ) as never;
    }
    return answer as never;
  }

  private failed(error: unknown): void {
    noteLostLine(error);
    if (!isOverdue(error) && !takesNoWrites(error)) return;
    (this as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
  }
}

/** With the types of pg: what is overridden above takes and answers the same. */
export const BoundedClient = Bounded as unknown as typeof pg.Client;

/** By pg's own words; it has no code for it. */
function isOverdue(error: unknown): boolean {
  return error instanceof Error && error.message === 'Query read timeout';
}

/** A primary that became a standby: on the next connection its successor is found. */
function takesNoWrites(error: unknown): boolean {
  return (error as { code?: unknown } | null)?.code === '25006';
}
