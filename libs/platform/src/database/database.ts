import { createHash } from 'node:crypto';
import type { Pool, PoolClient, QueryResultRow } from 'pg';
import pg from 'pg';
import type { DataSource, EntityManager } from 'typeorm';
import { answerWithin } from './bounded-waits.js';
import { isServerAway } from './server-watch.js';
import { readWallTimesAsText } from './wall-times.js';

// Wall times and dates have no time zone, and a JavaScript Date would add one.
const readWallTime = (text: string) => text.replace(' ', 'T').slice(0, 16);
/** Object ID of the type `timestamp[]`, which the driver has no name for. */
const timestampArray = 1115;
pg.types.setTypeParser(pg.types.builtins.TIMESTAMP, readWallTime);
pg.types.setTypeParser(timestampArray as never, (text) =>
  text.replace(/[{}"]/g, '').split(',').filter(Boolean).map(readWallTime),
);
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

/** Statements of a transaction go through this object, one at a time. */
export class Tx {
  private readonly after: Array<() => void> = [];
  private answerWithin?: number;

  constructor(
    private readonly client: PoolClient,
    readonly manager: EntityManager,
  ) {}

  async query<T extends QueryResultRow>(sql: string, params: readonly unknown[] = []): Promise<T[]> {
    const statement = { text: sql, values: [...params], query_timeout: this.answerWithin };
    return (await this.client.query<T>(statement)).rows;
  }

  /** If `work` throws, only its changes are rolled back. */
  async attempt<T>(work: () => Promise<T>): Promise<T> {
    await this.query('SAVEPOINT attempt');
    try {
      const result = await work();
      await this.query('RELEASE SAVEPOINT attempt');
      return result;
    } catch (error) {
      await this.query('ROLLBACK TO SAVEPOINT attempt');
      throw error;
    }
  }

  async setStatementTimeout(seconds: number): Promise<void> {
    await this.query(`SELECT set_config('statement_timeout', $1, true)`, [`${seconds}s`]);
    this.answerWithin = answerWithin(seconds);
  }

  /** Registers a callback that runs after the commit, for example to enqueue a job. */
  afterCommit(callback: () => void): void {
    this.after.push(callback);
  }

  /** @internal */
  runCallbacks(): void {
    for (const callback of this.after) callback();
  }
}

/** Runs in every transaction as its last step. Returns undefined if not needed. */
export type CommitHook = (tx: Tx) => Promise<void> | undefined;

export class Database {
  private readonly endings: CommitHook[] = [];
  private readonly names = new Map<string, string>();

  constructor(readonly dataSource: DataSource) {
    readWallTimesAsText(dataSource);
  }

  get pool(): Pool {
    return (this.dataSource.driver as unknown as { master: Pool }).master;
  }

  get manager(): EntityManager {
    return this.dataSource.manager;
  }

  async query<T extends QueryResultRow>(sql: string, params: readonly unknown[] = []): Promise<T[]> {
    return (await this.pool.query<T>(sql, [...params])).rows;
  }

  /** With all connections in use a probe would only wait in the pool's queue, so the watch over the server decides. */
  async answers(): Promise<boolean> {
    const { idleCount, totalCount, options } = this.pool;
    const { url } = this.dataSource.options as { url?: string };
    if (idleCount === 0 && totalCount >= (options.max ?? Infinity)) return !isServerAway(url ?? '');
    return this.query('SELECT 1').then(
      () => true,
      () => false,
    );
  }

  /** Runs a prepared statement, planned once per connection. Use it for the most frequent reads. */
  async queryNamed<T extends QueryResultRow>(name: string, sql: string, params: readonly unknown[] = []): Promise<T[]> {
    return (await this.pool.query<T>({ name, text: sql, values: [...params] })).rows;
  }

  /** Prepares a generated statement. Each text is a separate one, so there must be few variants. */
  prepared<T extends QueryResultRow>(sql: string, params: readonly unknown[]): Promise<T[]> {
    return this.queryNamed(this.nameOf(sql), sql, params);
  }

  nameOf(sql: string): string {
    let name = this.names.get(sql);
    if (!name) this.names.set(sql, (name = createHash('sha256').update(sql).digest('hex').slice(0, 24)));
    return name;
  }

  /** Registers a callback that runs before each commit. It can roll the transaction back by throwing. */
  beforeCommit(end: CommitHook): void {
    this.endings.push(end);
  }

  async transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    try {
      const client = (await runner.connect()) as PoolClient;
      await runner.startTransaction();
      const tx = new Tx(client, runner.manager);
      const result = await work(tx);
      for (const end of this.endings) await end(tx);
      await runner.commitTransaction();
      tx.runCallbacks();
      return result;
    } catch (error) {
      // A rollback fails on a lost connection. The original error matters.
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  }
}

export function violatedConstraint(error: unknown): string | null {
  const fault = error as { constraint?: unknown; driverError?: { constraint?: unknown } } | null;
  const name = fault?.constraint ?? fault?.driverError?.constraint;
  return typeof name === 'string' ? name : null;
}
