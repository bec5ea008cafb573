import pg from 'pg';
import type { Config } from '../config/config.js';
import { firstOf } from './database-address.js';
import {
  isSaidByServer,
  serverAway,
  type ServerWatch,
  type WatchedConnection,
  watchOver,
  watchServers,
} from './server-watch.js';
import { searchFor, type ServerSearch } from './several-hosts.js';
import { beginStatement } from './statements.js';
import { noteLostLine, noteNoConnection } from './unavailable.js';

type Limits = Pick<Config, 'DATABASE_CONNECT_SECONDS' | 'DATABASE_STATEMENT_SECONDS' | 'DATABASE_IDLE_SECONDS'>;
type Answered = (error: Error | null, ...result: unknown[]) => void;
/** Whether connections hear together whether their server is there; migrations and commands stay with theirs. */
interface Watched {
  watched?: boolean;
}

/** The database ends a statement that takes too long; a little later we stop to wait for one that is stuck itself. */
const grace = 2_000;

/**
 * How long a pool of ours waits, in the words of pg; every pool has these. Nothing waits for ever: not for a connection,
 * not for a statement, not for an answer of a database that is frozen, and no transaction stands open for nothing. Where a server says nothing
 * to anybody, nobody waits longer than for a connection.
 */
export function boundedWaits(limits: Limits) {
  const statement = limits.DATABASE_STATEMENT_SECONDS * 1000;
  return {
    Client: BoundedClient,
    watched: true,
    connectionTimeoutMillis: limits.DATABASE_CONNECT_SECONDS * 1000,
    statement_timeout: statement,
    query_timeout: statement + grace,
    idle_in_transaction_session_timeout: limits.DATABASE_IDLE_SECONDS * 1000,
    keepAlive: true,
  } satisfies pg.PoolConfig & { Client: unknown } & Watched;
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
class Bounded extends pg.Client implements WatchedConnection {
  private readonly search: ServerSearch | null;
  private readonly isWatched: boolean;
  /** Over the server this leads to. */
  private watch: ServerWatch | null = null;

  constructor(config?: string | (pg.ClientConfig & Watched)) {
    const given = typeof config === 'string' ? { connectionString: config } : (config ?? {});
    const { connectionString: url, connectionTimeoutMillis = usualPatience, watched = false } = given;
    super(url === undefined ? given : { ...given, connectionString: firstOf(url) });
    this.search = searchFor(url, connectionTimeoutMillis);
    this.isWatched = watched && url !== undefined;
    if (this.isWatched) watchServers(url!, connectionTimeoutMillis, given.application_name ?? 'upstander');
    if (this.isWatched && !this.search) this.watch = watchOver(url!);
    this.on('error', () => undefined);
    this.once('end', () => this.watch?.leave(this));
  }

  override connect(): Promise<this>;
  override connect(callback: (error: Error) => void): void;
  override connect(callback?: (error: Error) => void): Promise<this> | void {
    if (!callback) {
      return new Promise((resolve, reject) => {
        this.connect((error: Error | null) => (error ? reject(error) : resolve(this)));
      });
    }
    const told: Answered = (error, ...more) => {
      noteNoConnection(error);
      (callback as Answered)(error, ...more);
    };
    if (!this.search) return this.open(told);
    this.search.find().then((url) => {
      this.leadTo(url);
      this.open(told);
    }, told);
  }

  private open(told: Answered): void {
    const { watch } = this;
    // Not at once: a pool goes through everybody who waits in its line by this answer.
    if (watch?.isAway) return process.nextTick(told, serverAway()) as undefined;
    watch?.join(this);
    watch?.waits();
    super.connect(((error, ...more) => {
      watch?.ends(!error || isSaidByServer(error));
      if (error) watch?.leave(this);
      told(error, ...more);
    }) as Answered);
  }

  /** Before it connects, pg has only noted where to. */
  private leadTo(url: string): void {
    const { hostname, port } = new URL(url);
    const host = decodeURIComponent(hostname.replace(/^\[(.+)\]$/, '$1'));
    Object.assign(this, { host, port: Number(port || 5432) });
    if (this.isWatched) this.watch = watchOver(url);
  }

  override query(...asked: unknown[]): never {
    const last = asked.at(-1);
    const { watch } = this;
    const end = beginStatement(asked[0]);
    const ended = (error: unknown) => {
      const isFault = error !== null && error !== undefined;
      end?.(isFault);
      watch?.ends(!isFault || isSaidByServer(error));
      if (isFault) this.failed(error);
    };
    if (typeof last === 'function') {
      watch?.waits();
      asked[asked.length - 1] = (error: Error | null, result?: unknown) => {
        ended(error);
        (last as Answered)(error, result);
      };
    }
    const answer = (super.query as (...args: unknown[]) => unknown).apply(this, asked);
    if (!(answer instanceof Promise)) return answer as never;
    watch?.waits();
    return answer.then(
      (result: unknown) => {
        ended(null);
        return result;
      },
      (error: unknown) => {
        ended(error);
        throw error;
      },
    ) as never;
  }

  cut(): void {
    (this as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
  }

  private failed(error: unknown): void {
    noteLostLine(error);
    if (isOverdue(error) || takesNoWrites(error)) this.cut();
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
