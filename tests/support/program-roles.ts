import { firstOf, type Config, type Database } from '@upstander/platform';
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Server } from 'node:http';
import pg from 'pg';

type Program = 'api' | 'worker';

/** Shared by all apps, because before Node 24 every promise checks every storage that was ever used. */
const running = new AsyncLocalStorage<Program>();

/**
 * Runs requests with the API's role and jobs with the worker's, as in installations with separate roles, so that a
 * privilege missing in db/program-rights.ts fails a test. A test's own statements use the role with both.
 */
export class ProgramRoles {
  private readonly pools: Readonly<Record<Program, pg.Pool>>;

  constructor(db: Database, config: Config, urls: Readonly<Record<Program, string>>) {
    const options = (db.pool as unknown as { options: pg.PoolConfig }).options;
    const poolOf = (url: string) => {
      const { username: user, password } = new URL(url);
      const at = Object.assign(new URL(firstOf(config.DATABASE_URL)), { username: user, password });
      const pool = new pg.Pool({ ...options, connectionString: at.href, user, password, min: 0 });
      pool.on('error', () => undefined);
      return pool;
    };
    this.pools = { api: poolOf(urls.api), worker: poolOf(urls.worker) };
    const sharedConnect = db.pool.connect.bind(db.pool) as (...args: unknown[]) => unknown;
    db.pool.connect = ((...args: unknown[]) => {
      const program = running.getStore();
      if (!program) return sharedConnect(...args);
      return (this.pools[program].connect as (...args: unknown[]) => unknown)(...args);
    }) as typeof db.pool.connect;
  }

  /** Runs every request of this server with the API's role. */
  serve(server: Server): void {
    const emit = server.emit.bind(server) as (event: string | symbol, ...args: unknown[]) => boolean;
    server.emit = (event: string | symbol, ...args: unknown[]) =>
      event === 'request' ? running.run('api', () => emit(event, ...args)) : emit(event, ...args);
  }

  work<T>(job: () => Promise<T>): Promise<T> {
    return running.run('worker', job);
  }

  async close(): Promise<void> {
    await Promise.all(Object.values(this.pools).map((pool) => pool.end()));
  }
}
