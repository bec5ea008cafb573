import { createHash } from 'node:crypto';
import type { Pool, PoolClient, QueryResultRow } from 'pg';
import pg from 'pg';
import type { DataSource, EntityManager } from 'typeorm';
import { answerWithin } from './bounded-waits.js';
import { isServerAway } from './server-watch.js';
import { keepWallTimes } from './wall-times.js';

// Wall times and dates have no zone: a JavaScript Date would invent one.
pg.types.setTypeParser(pg.types.builtins.TIMESTAMP, (text) => text.replace(' ', 'T').slice(0, 16));
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

/** One open transaction. Inside it, everything goes through this and nothing runs side by side. */
export class Tx {
  private readonly after: Array<() => void> = [];
  private answerWithin?: number;

  constructor(
    private readonly client: PoolClient,
    /** TypeORM on the same connection, for simple writes. */
    readonly manager: EntityManager,
  ) {}

  async query<T extends QueryResultRow>(sql: string, params: readonly unknown[] = []): Promise<T[]> {
    const asked = { text: sql, values: [...params], query_timeout: this.answerWithin };
    return (await this.client.query<T>(asked)).rows;
  }

  /** Runs a part that may fail alone: when it throws, only what it did is undone. */
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

  /** For work on everything there is: each statement of this transaction may take so long, whatever the setting says. */
  async mayTake(seconds: number): Promise<void> {
    await this.query(`SELECT set_config('statement_timeout', $1, true)`, [`${seconds}s`]);
    this.answerWithin = answerWithin(seconds);
  }

  /** Calls back once the transaction is durable: the place to enqueue a job. Never called after a rollback. */
  afterCommit(then: () => void): void {
    this.after.push(then);
  }

  /** @internal */
  committed(): void {
    for (const then of this.after) then();
  }
}

/** Something that belongs into every transaction it cares about, as its last statement; nothing where it does not. */
export type BeforeCommit = (tx: Tx) => Promise<void> | undefined;

/** The door to PostgreSQL: hand-written SQL, and the one way to open a transaction. */
export class Database {
  private readonly endings: BeforeCommit[] = [];
  private readonly names = new Map<string, string>();

  constructor(readonly dataSource: DataSource) {
    keepWallTimes(dataSource);
  }

  /** The pool TypeORM opened; both ways in share its connections. */
  get pool(): Pool {
    return (this.dataSource.driver as unknown as { master: Pool }).master;
  }

  /** TypeORM outside a transaction, for simple reads. */
  get manager(): EntityManager {
    return this.dataSource.manager;
  }

  async query<T extends QueryResultRow>(sql: string, params: readonly unknown[] = []): Promise<T[]> {
    return (await this.pool.query<T>(sql, [...params])).rows;
  }

  /**
   * Whether the database answers. Where every connection is taken, nobody is asked: one more in the line of those who wait
   * would tell of the line. Then it is there unless it is known to be away.
   */
  async answers(): Promise<boolean> {
    const { idleCount, totalCount, options } = this.pool;
    const { url } = this.dataSource.options as { url?: string };
    if (idleCount === 0 && totalCount >= (options.max ?? Infinity)) return !isServerAway(url ?? '');
    return this.query('SELECT 1').then(
      () => true,
      () => false,
    );
  }

  /** A prepared statement, planned once per connection: for the few reads that run all day. */
  async named<T extends QueryResultRow>(name: string, sql: string, params: readonly unknown[] = []): Promise<T[]> {
    return (await this.pool.query<T>({ name, text: sql, values: [...params] })).rows;
  }

  /** The same for statements that are put together: each text is one of its own, so there must be few of them. */
  prepared<T extends QueryResultRow>(sql: string, params: readonly unknown[]): Promise<T[]> {
    return this.named(this.nameOf(sql), sql, params);
  }

  /** What such a statement is called. */
  nameOf(sql: string): string {
    let name = this.names.get(sql);
    if (!name) this.names.set(sql, (name = createHash('sha256').update(sql).digest('hex').slice(0, 24)));
    return name;
  }

  /** Has something said about a transaction before it is durable; when that throws, nothing of the transaction is. */
  beforeCommit(end: BeforeCommit): void {
    this.endings.push(end);
  }

  /** Runs `work` in one transaction: committed when it returns, rolled back when it throws. */
  async transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    try {
      const client = (await runner.connect()) as PoolClient;
      await runner.startTransaction();
      const tx = new Tx(client, runner.manager);
      const result = await work(tx);
      for (const end of this.endings) await end(tx);
      await runner.commitTransaction();
      tx.committed();
      return result;
    } catch (error) {
      // On a connection that is lost there is nothing left to roll back, and what was wrong first is what counts.
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  }
}

/** The name of the constraint a database error is about, or null: how a rule kept by PostgreSQL becomes a refusal. */
export function violatedConstraint(error: unknown): string | null {
  const fault = error as { constraint?: unknown; driverError?: { constraint?: unknown } } | null;
  const name = fault?.constraint ?? fault?.driverError?.constraint;
  return typeof name === 'string' ? name : null;
}
