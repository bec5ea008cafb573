import { Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import pg from 'pg';
import { asking } from '../asking/asking.js';
import { Config } from '../config/config.js';
import { Logger } from '../logging/logger.js';
import { Outage } from '../logging/outage.js';
import { Metrics } from '../metrics/metrics.service.js';
import { Refusal } from '../refusals/refusal.js';
import { boundedWaits } from './bounded-waits.js';
import { Database, type Tx } from './database.js';
import { ReplicaLag, type ReplicaState } from './replica-lag.js';

/** Where what everybody may see is read from, at this moment and for this request. */
export interface PublicSource extends Pick<Database, 'query' | 'named' | 'prepared'> {
  /** Reads that are shared by those who ask the same must not be shared between the two. */
  readonly where: 'primary' | 'replica';
  /** Several statements of one transaction. */
  together<T>(work: (tx: Pick<Tx, 'query'>) => Promise<T>): Promise<T>;
}

/** By this name its connections are known to the server, and to whoever reads the log. */
export const replicaPool = 'upstander-replica';

const usual = 1_000;
const patience = 2_000;
/** A page of a visitor waits no longer for the replica; then the primary is asked. */
const mostSeconds = 5;

/**
 * Reads for visitors, which a replica may answer (`DATABASE_REPLICA_URL`): what is the same for everybody, asked by somebody who
 * brings no cookie and sends nothing. Everything else in Upstander asks the primary: money, one's own things, whoever is
 * signed in or has just written, every job. A replica that is further behind than `REPLICA_MAX_LAG_SECONDS`, or away, is passed
 * over, and a read that fails there is asked of the primary: nobody is ever refused because of it.
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
      query: (sql, params) => this.counted('primary').query(sql, params),
      named: (name, sql, params) => this.counted('primary').named(name, sql, params),
      prepared: (sql, params) => this.counted('primary').prepared(sql, params),
      together: (work) => this.counted('primary').transaction(work),
    };
    // Nobody reads pages of a worker.
    const url = config.program === 'api' ? config.DATABASE_REPLICA_URL : undefined;
    this.pool = url ? poolOf(url, config) : null;
    this.replica = this.pool && this.sourceOf(this.pool);
    this.lag =
      this.pool &&
      new ReplicaLag(
        async (sql) => this.db.query(sql),
        async (sql) => (await this.pool!.query({ text: sql, query_timeout: patience } as pg.QueryConfig)).rows,
        config.REPLICA_MAX_LAG_SECONDS * 1000,
      );
  }

  onModuleInit(): void {
    if (this.lag) this.watch(this.lag, Math.min(usual, this.config.REPLICA_MAX_LAG_SECONDS * 250));
  }

  async onApplicationShutdown(): Promise<void> {
    clearTimeout(this.timer);
    await this.pool?.end();
  }

  /** The replica for a visitor, when it is fresh; see `asking` for whom it is not for. */
  source(): PublicSource {
    return this.replica && this.lag?.isFresh && asking.getStore() === undefined ? this.replica : this.primary;
  }

  /** `none` where there is no replica. */
  get state(): ReplicaState | 'none' {
    if (!this.lag) return 'none';
    return this.last === 'ok' && !this.lag.isFresh ? 'behind' : this.last;
  }

  /** How old is what the replica shows, at the most; null where that is not known. */
  get lagSeconds(): number | null {
    const age = this.lag?.age ?? Infinity;
    return Number.isFinite(age) ? age / 1000 : null;
  }

  /** Looks now, whatever the clock says. */
  async look(): Promise<void> {
    if (!this.lag) return;
    this.last = await this.lag.measure().catch(() => this.last);
    this.report();
  }

  private get isEnding(): boolean {
    return this.pool?.ending ?? true;
  }

  private watch(lag: ReplicaLag, every: number): void {
    void this.look().finally(() => {
      if (this.isEnding) return;
      this.timer = setTimeout(() => this.watch(lag, every), every).unref();
    });
  }

  private report(): void {
    if (this.isEnding) return;
    const { state } = this;
    if (state === 'ok') this.outage.isBack();
    else this.outage.isAway(state);
  }

  private counted(where: PublicSource['where']): Database {
    this.metrics.count('upstander_public_reads_total', { where });
    return this.db;
  }

  private sourceOf(pool: pg.Pool): PublicSource {
    const here = async <T>(read: () => Promise<T>, otherwise: () => Promise<T>): Promise<T> => {
      try {
        const answer = await read();
        this.metrics.count('upstander_public_reads_total', { where: 'replica' });
        return answer;
      } catch (error) {
        if (error instanceof Refusal) throw error;
        this.failed(error);
        return otherwise();
      }
    };
    const { primary } = this;
    const ask = async <T extends pg.QueryResultRow>(asked: pg.QueryConfig) => (await pool.query<T>(asked)).rows;
    const named = <T extends pg.QueryResultRow>(name: string, sql: string, params: readonly unknown[] = []) =>
      here(
        () => ask<T>({ name, text: sql, values: [...params] }),
        () => primary.named<T>(name, sql, params),
      );
    return {
      where: 'replica',
      query: (sql, params = []) =>
        here(
          () => ask({ text: sql, values: [...params] }),
          () => primary.query(sql, params),
        ),
      named,
      prepared: (sql, params) => named(this.db.nameOf(sql), sql, params),
      together: (work) =>
        here(
          () => inOne(pool, work),
          () => primary.together(work),
        ),
    };
  }

  /** A connection that failed says that the replica is away before the next look does; a statement that failed says nothing. */
  private failed(error: unknown): void {
    const code = String((error as { code?: unknown } | null)?.code ?? '');
    if (/^[0-9A-Z]{5}$/.test(code) && !/^(?:08|57P)/.test(code)) return;
    this.lag?.forget();
    this.last = 'away';
    this.report();
  }
}

function poolOf(connectionString: string, config: Config): pg.Pool {
  const bounds = boundedWaits({
    ...config,
    DATABASE_STATEMENT_SECONDS: Math.min(mostSeconds, config.DATABASE_STATEMENT_SECONDS),
  });
  const pool = new pg.Pool({
    ...bounds,
    connectionTimeoutMillis: Math.min(patience, bounds.connectionTimeoutMillis),
    connectionString,
    max: config.DATABASE_POOL,
    application_name: replicaPool,
  });
  pool.on('error', () => undefined);
  return pool;
}

async function inOne<T>(pool: pg.Pool, work: (tx: Pick<Tx, 'query'>) => Promise<T>): Promise<T> {
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
    // What is left of a transaction that failed goes with its connection.
    client.release(broken);
  }
}
