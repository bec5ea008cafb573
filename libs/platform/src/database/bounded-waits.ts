import { accessSync, constants } from 'node:fs';
import pg from 'pg';
import type { Config } from '../config/config.js';
import { parsedUrl } from '../typed/parsed-url.js';
import { firstOf } from '../config/database-address.js';
import {
  isServerError,
  databaseUnavailableError,
  type ServerWatch,
  type WatchedConnection,
  findServerWatch,
  watchServers,
} from './server-watch.js';
import { searchFor, type ServerSearch } from './several-hosts.js';
import { beginStatement } from '../telemetry/statements.js';
import { markLostConnection, markNoConnection } from './unavailable.js';

type Limits = Pick<Config, 'DATABASE_CONNECT_SECONDS' | 'DATABASE_STATEMENT_SECONDS' | 'DATABASE_IDLE_SECONDS'>;
type QueryCallback = (error: Error | null, ...result: unknown[]) => void;
/** True if connections share a watch over their server. Migrations and commands don't. */
interface WatchOptions {
  watched?: boolean;
}

/** Extra wait in milliseconds, in case the server is too stuck to cancel a slow statement itself. */
const graceMs = 2_000;

/** If the server stops responding, no wait exceeds the connection timeout. */
export function boundedWaits(limits: Limits) {
  const statement = limits.DATABASE_STATEMENT_SECONDS * 1000;
  return {
    Client: BoundedClient,
    watched: true,
    connectionTimeoutMillis: limits.DATABASE_CONNECT_SECONDS * 1000,
    statement_timeout: statement,
    query_timeout: statement + graceMs,
    idle_in_transaction_session_timeout: limits.DATABASE_IDLE_SECONDS * 1000,
    keepAlive: true,
  } satisfies pg.PoolConfig & { Client: unknown } & WatchOptions;
}

/** Milliseconds to wait for the answer to a statement with this time limit. */
export function answerWithin(seconds: number): number {
  return seconds * 1000 + graceMs;
}

const defaultConnectTimeout = 10_000;

/**
 * A pg client that limits its waits and supports several hosts (see ServerSearch).
 * After a timeout it closes its connection: the next user would receive the late answer or write in an open
 * transaction. It also closes a connection to a server that no longer accepts writes. The `error` event is ignored
 * because it would end the process; the pending statement is rejected anyway.
 */
class Bounded extends pg.Client implements WatchedConnection {
  private readonly search: ServerSearch | null;
  private readonly isWatched: boolean;
  private readonly fault: Error | null;
  private watch: ServerWatch | null = null;

  constructor(config?: string | (pg.ClientConfig & WatchOptions)) {
    const clientConfig = typeof config === 'string' ? { connectionString: config } : (config ?? {});
    const {
      connectionString: url,
      connectionTimeoutMillis = defaultConnectTimeout,
      watched: isWatched = false,
    } = clientConfig;
    const fault = url === undefined ? null : certificateFault(firstOf(url));
    super(
      url === undefined
        ? clientConfig
        : { ...clientConfig, connectionString: fault ? withoutQuery(url) : firstOf(url) },
    );
    this.fault = fault;
    this.search = searchFor(url, connectionTimeoutMillis);
    this.isWatched = isWatched && url !== undefined;
    if (this.isWatched) watchServers(url!, connectionTimeoutMillis, clientConfig.application_name ?? 'upstander');
    if (this.isWatched && !this.search) this.watch = findServerWatch(url!);
    this.on('error', () => undefined);
    this.once('end', () => this.watch?.remove(this));
  }

  override connect(): Promise<this>;
  override connect(callback: (error: Error) => void): void;
  override connect(callback?: (error: Error) => void): Promise<this> | void {
    if (!callback) {
      return new Promise((resolve, reject) => {
        this.connect((error: Error | null) => (error ? reject(error) : resolve(this)));
      });
    }
    const notify: QueryCallback = (error, ...args) => {
      markNoConnection(error);
      (callback as QueryCallback)(error, ...args);
    };
    if (this.fault) return process.nextTick(notify, this.fault) as undefined;
    if (!this.search) return this.openConnection(notify);
    this.search.find().then((url) => {
      this.redirectTo(url);
      this.openConnection(notify);
    }, notify);
  }

  private openConnection(notify: QueryCallback): void {
    const { watch } = this;
    // Deferred because the pool calls the next waiting request from this callback.
    if (watch?.isUnavailable) return process.nextTick(notify, databaseUnavailableError()) as undefined;
    watch?.add(this);
    watch?.startWaiting();
    super.connect(((error, ...args) => {
      watch?.endWaiting(!error || isServerError(error));
      if (error) watch?.remove(this);
      notify(error, ...args);
    }) as QueryCallback);
  }

  private redirectTo(url: string): void {
    const { hostname, port } = new URL(url);
    const host = decodeURIComponent(hostname.replace(/^\[(.+)\]$/, '$1'));
    Object.assign(this, { host, port: Number(port || 5432) });
    if (this.isWatched) this.watch = findServerWatch(url);
  }

  override query(...args: unknown[]): never {
    const last = args.at(-1);
    const { watch } = this;
    const end = beginStatement(args[0]);
    const notifyEnd = (error: unknown) => {
      const isFault = error !== null && error !== undefined;
      end?.(isFault);
      watch?.endWaiting(!isFault || isServerError(error));
      if (isFault) this.handleFailure(error);
    };
    if (typeof last === 'function') {
      watch?.startWaiting();
      args[args.length - 1] = (error: Error | null, result?: unknown) => {
        notifyEnd(error);
        (last as QueryCallback)(error, result);
      };
    }
    const answer = (super.query as (...args: unknown[]) => unknown).apply(this, args);
    if (!(answer instanceof Promise)) return answer as never;
    watch?.startWaiting();
    return answer.then(
      (result: unknown) => {
        notifyEnd(null);
        return result;
      },
      (error: unknown) => {
        notifyEnd(error);
        throw error;
      },
    ) as never;
  }

  cut(): void {
    (this as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
  }

  private handleFailure(error: unknown): void {
    markLostConnection(error);
    if (isOverdue(error) || rejectsWrites(error)) this.cut();
  }
}

/** The overridden methods have pg's signatures. */
export const BoundedClient = Bounded as unknown as typeof pg.Client;

/**
 * Returns why a certificate file of the URL can't be read, or null. pg reads the files for each new client, in its
 * constructor, and an error there would end the process while a pool replaces a connection.
 */
function certificateFault(url: string): Error | null {
  const urlSearchParams = parsedUrl(url)?.searchParams;
  try {
    for (const name of ['sslrootcert', 'sslcert', 'sslkey'])
      if (urlSearchParams?.get(name)) accessSync(urlSearchParams.get(name)!, constants.R_OK);
    return null;
  } catch (error) {
    return error as Error;
  }
}

const withoutQuery = (url: string) => firstOf(url).replace(/\?.*$/, '');

/** pg has no error code for a timeout, only this message. */
function isOverdue(error: unknown): boolean {
  return error instanceof Error && error.message === 'Query read timeout';
}

/** True if the server is a former primary. The next connection finds the new one. */
function rejectsWrites(error: unknown): boolean {
  return (error as { code?: unknown } | null)?.code === '25006';
}
