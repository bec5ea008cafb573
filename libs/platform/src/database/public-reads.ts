import { Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import pg from 'pg';
import { requestContext } from '../request-context/request-context.js';
import { Config } from '../config/config.js';
import { Logger } from '../logging/logger.js';
import { Outage } from '../logging/outage.js';
import { Metrics } from '../metrics/metrics.service.js';
import { Refusal } from '../refusals/refusal.js';
import { boundedWaits } from './bounded-waits.js';
import { Database, type Tx } from './database.js';
import { ReplicaLag, type ReplicaState } from './replica-lag.js';

/** The database that public data is read from for the current request. */
export interface PublicSource extends Pick<Database, 'query' | 'queryNamed' | 'prepared'> {
  /** Shared reads must not mix the two. */
  readonly where: 'primary' | 'replica';
  runTogether<T>(work: (tx: Pick<Tx, 'query'>) => Promise<T>): Promise<T>;
}

/** Application name of the replica connections, on the server and in the log. */
export const replicaPool = 'upstander-replica';

const measureInterval = 1_000;
const replicaTimeout = 2_000;
/** Limit for a replica read in seconds, before the primary is queried. */
const maxReplicaSeconds = 5;

/**
 * Anonymous visitors read from the replica (`DATABASE_REPLICA_URL`). Everything else reads the primary. So do public reads
 * if the replica lags more than `REPLICA_MAX_LAG_SECONDS`, is unavailable or fails, so no request fails because of it.
 */
@Injectable()
export class PublicReads implements OnModuleInit, OnApplicationShutdown {
  readonly pool: pg.Pool | null;
  private readonly lag: ReplicaLag | null;
  private readonly outage: Outage;
  private readonly primary: PublicSource;
  private readonly replica: PublicSource | null;
  private timer?: NodeJS.Timeout;
  private last: ReplicaState = 'away';

  constructor(
    private readonly config: Config,
    private readonly db: Database,
    logger: Logger,
    private readonly metrics: Metrics,
  ) {
    this.outage = new Outage(logger, 'the read replica', () => new Date());
    this.primary = {
      where: 'primary',
      query: (sql, params) => this.countRead('primary').query(sql, params),
      queryNamed: (name, sql, params) => this.countRead('primary').queryNamed(name, sql, params),
      prepared: (sql, params) => this.countRead('primary').prepared(sql, params),
      runTogether: (work) => this.countRead('primary').transaction(work),
    };
    const url = config.program === 'api' ? config.DATABASE_REPLICA_URL : undefined;
    this.pool = url ? poolOf(url, config) : null;
    this.replica = this.pool && this.sourceOf(this.pool);
    this.lag =
      this.pool &&
      new ReplicaLag(
        async (sql) => this.db.query(sql),
        async (sql) => (await this.pool!.query({ text: sql, query_timeout: replicaTimeout } as pg.QueryConfig)).rows,
        config.REPLICA_MAX_LAG_SECONDS * 1000,
      );
  }

  onModuleInit(): void {
    if (this.lag) this.watchLag(this.lag, Math.min(measureInterval, this.config.REPLICA_MAX_LAG_SECONDS * 250));
  }

  async onApplicationShutdown(): Promise<void> {
    clearTimeout(this.timer);
    await this.pool?.end();
  }

  source(): PublicSource {
    return this.replica && this.lag?.isFresh && requestContext.getStore() === undefined ? this.replica : this.primary;
  }

  /** `none` if no replica is configured. */
  get replicaState(): ReplicaState | 'none' {
    if (!this.lag) return 'none';
    return this.last === 'ok' && !this.lag.isFresh ? 'behind' : this.last;
  }

  /** Maximum lag of the replica in seconds, or null if unknown. */
  get lagSeconds(): number | null {
    const age = this.lag?.age ?? Infinity;
    return Number.isFinite(age) ? age / 1000 : null;
  }

  async measureLag(): Promise<void> {
    if (!this.lag) return;
    this.last = await this.lag.measure().catch(() => this.last);
    this.report();
  }

  private get isEnding(): boolean {
    return this.pool?.ending ?? true;
  }

  private watchLag(lag: ReplicaLag, every: number): void {
    void this.measureLag().finally(() => {
      if (this.isEnding) return;
      this.timer = setTimeout(() => this.watchLag(lag, every), every).unref();
    });
  }

  private report(): void {
    if (this.isEnding) return;
    const { replicaState: state } = this;
    if (state === 'ok') this.outage.reportRecovery();
    else this.outage.isAway(state);
  }

  private countRead(where: PublicSource['where']): Database {
    this.metrics.count('upstander_public_reads_total', { where });
    return this.db;
  }

  private sourceOf(pool: pg.Pool): PublicSource {
    const readWithFallback = async <T>(read: () => Promise<T>, fallback: () => Promise<T>): Promise<T> => {
      try {
        const answer = await read();
        this.metrics.count('upstander_public_reads_total', { where: 'replica' });
        return answer;
      } catch (error) {
        if (error instanceof Refusal) throw error;
        this.handleFailure(error);
        return fallback();
      }
    };
    const { primary } = this;
    const runStatement = async <T extends pg.QueryResultRow>(statement: pg.QueryConfig) =>
      (await pool.query<T>(statement)).rows;
    const runNamed = <T extends pg.QueryResultRow>(name: string, sql: string, params: readonly unknown[] = []) =>
      readWithFallback(
        () => runStatement<T>({ name, text: sql, values: [...params] }),
        () => primary.queryNamed<T>(name, sql, params),
      );
    return {
      where: 'replica',
      query: (sql, params = []) =>
        readWithFallback(
          () => runStatement({ text: sql, values: [...params] }),
          () => primary.query(sql, params),
        ),
      queryNamed: runNamed,
      prepared: (sql, params) => runNamed(this.db.nameOf(sql), sql, params),
      runTogether: (work) =>
        readWithFallback(
          () => inReadOnlyTransaction(pool, work),
          () => primary.runTogether(work),
        ),
    };
  }

  /** Marks the replica as unavailable after a connection error, but not after an error of the statement. */
  private handleFailure(error: unknown): void {
    const code = String((error as { code?: unknown } | null)?.code ?? '');
    if (/^[0-9A-Z]{5}$/.test(code) && !/^(?:08|57P)/.test(code)) return;
    this.lag?.forgetState();
    this.last = 'away';
    this.report();
  }
}

function poolOf(connectionString: string, config: Config): pg.Pool {
  const bounds = boundedWaits({
    ...config,
    DATABASE_STATEMENT_SECONDS: Math.min(maxReplicaSeconds, config.DATABASE_STATEMENT_SECONDS),
  });
  const pool = new pg.Pool({
    ...bounds,
    connectionTimeoutMillis: Math.min(replicaTimeout, bounds.connectionTimeoutMillis),
    connectionString,
    max: config.DATABASE_POOL,
    application_name: replicaPool,
  });
  pool.on('error', () => undefined);
  return pool;
}

async function inReadOnlyTransaction<T>(pool: pg.Pool, work: (tx: Pick<Tx, 'query'>) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken = true;
  try {
    await client.query('BEGIN READ ONLY');
    const result = await work({
      query: async (sql, params = []) => (await client.query(sql, [...params])).rows as never,
    });
    await client.query('COMMIT');
    broken = false;
    return result;
  } finally {
    // Closes the connection if its transaction failed.
    client.release(broken);
  }
}
