import { isLockedForTooLong } from '@upstander/platform';
import { setTimeout as wait } from 'node:timers/promises';
import type { QueryRunner } from 'typeorm';

/** An update of a large table by a migration without a transaction. */
export interface Backfill {
  /** With its schema. The SQL below calls it `t`. */
  table: string;
  /** Columns of its primary key, in their order. Default: `id`. */
  key?: readonly string[];
  /** Assignments, for example `status = 'new'`. */
  set: string;
  /** Condition of the rows that need the update. False once they have it, so that repeating a batch changes nothing. */
  where: string;
}

/** Set by `migrateToLatest` in `QueryRunner.data`. */
export interface BackfillContext {
  migration: string;
  report: (line: string) => void;
  /** Time between two lines of progress. */
  reportEveryMs: number;
  /** Size of the first batch. */
  rows: number;
  /** Time before it tries to get a lock again. */
  pauseMs: number;
}

export const defaultContext: BackfillContext = {
  migration: '',
  report: () => undefined,
  reportEveryMs: 5_000,
  rows: 500,
  pauseMs: 1_000,
};

interface Batch {
  walked: number;
  changed: number;
  /** Rows that another session has locked or just changed. */
  missed: number;
  /** Key of the last row, null after the end of the table. */
  last: Key | null;
}

type Key = string[];

/** Rows after one key, up to another. Null is the start or the end of the table. */
type Range = readonly [after: Key | null, upTo: Key | null];

interface Progress {
  /** Ranges to walk. The first one shrinks with each batch. */
  ranges: Range[];
  /** Ranges of batches with locked rows, to walk again. */
  missed: Range[];
  walked: number;
  changed: number;
}

/** A request waits no longer than this for a row of a batch. */
const targetMs = { least: 100, most: 200 };
const mostRows = 20_000;
const lockTimeout = '200ms';

/** Exists only while a backfill is unfinished. */
const progressTable = 'public.backfill';

/**
 * Updates a table in batches by its primary key, next to requests. Each batch is a transaction of 100 to 200 ms that skips
 * rows locked by others and returns to them at the end. Its progress is committed with it: an interrupted migration
 * continues after the last batch. Rows inserted meanwhile must have their value already, by a default or a trigger.
 * @throws Error in a transaction, and if `key` isn't the primary key.
 */
export async function backfill(runner: QueryRunner, change: Backfill): Promise<void> {
  if (runner.isTransactionActive) throw new Error(`A backfill of ${change.table} needs "transaction = false".`);
  const key = change.key ?? ['id'];
  await requirePrimaryKey(runner, change.table, key);
  const context = { ...defaultContext, ...(runner.data['backfill'] as Partial<BackfillContext> | undefined) };
  const journal = new Journal(runner, context.migration, change);
  const progress = await journal.read();
  const lines = new ProgressLines(change.table, progress, context, await estimateRows(runner, change.table));
  let { rows } = context;
  while (progress.ranges.length + progress.missed.length > 0) {
    if (progress.ranges.length === 0) {
      progress.ranges = progress.missed.splice(0);
      lines.write('waits for rows that other sessions have locked');
      await wait(context.pauseMs);
    }
    const began = performance.now();
    if (await runBatch(runner, change, key, rows, progress, journal)) {
      const ms = performance.now() - began;
      if (ms > targetMs.most) rows = Math.max(1, Math.floor(rows / 2));
      else if (ms < targetMs.least) rows = Math.min(mostRows, rows * 2);
      lines.progress();
    } else {
      lines.write('waits for a lock');
      await wait(context.pauseMs);
    }
  }
  lines.end();
}

/** Forgets the progress of a migration, in the transaction that records it as run. */
export async function forgetBackfills(runner: QueryRunner): Promise<void> {
  await runner.query(`DROP TABLE IF EXISTS ${progressTable}`);
}

/** Returns false, and changes nothing, if another session has locked something else than single rows. */
async function runBatch(
  runner: QueryRunner,
  change: Backfill,
  key: readonly string[],
  rows: number,
  progress: Progress,
  journal: Journal,
): Promise<boolean> {
  const [after, upTo] = progress.ranges[0]!;
  await runner.query('BEGIN');
  try {
    await runner.query(`SET LOCAL lock_timeout = '${lockTimeout}'`);
    const [batch] = (await runner.query(batchSql(change, key, rows, [after, upTo]), [
      ...(after ?? []),
      ...(upTo ?? []),
    ])) as Batch[];
    const next = afterBatch(progress, rows, batch);
    await journal.write(next);
    await runner.query('COMMIT');
    Object.assign(progress, next);
    return true;
  } catch (error) {
    await runner.query('ROLLBACK').catch(() => undefined);
    if (isLockedForTooLong(error)) return false;
    throw error;
  }
}

function afterBatch(progress: Progress, rows: number, batch: Batch | undefined): Progress {
  const [range, ...others] = progress.ranges;
  const [after, upTo] = range!;
  if (!batch?.last) return { ...progress, ranges: others };
  const { last, walked, changed, missed } = batch;
  return {
    ranges: walked < rows ? others : [[last, upTo], ...others],
    missed: missed > 0 ? [...progress.missed, [after, last]] : progress.missed,
    // Only the first walk has no end.
    walked: progress.walked + (upTo ? 0 : walked),
    changed: progress.changed + changed,
  };
}

/** One statement, so that PostgreSQL checks the condition again for rows that changed while it ran. */
function batchSql({ table, set, where }: Backfill, key: readonly string[], rows: number, range: Range): string {
  const columns = key.map((column) => `t.${column}`);
  const names = key.map((_, i) => `key_${i + 1}`);
  const params = (from: number) => names.map((_, i) => `$${from + i + 1}`).join(', ');
  const [after, upTo] = range;
  const bounds = [
    ...(after ? [`(${columns.join(', ')}) > (${params(0)})`] : []),
    ...(upTo ? [`(${columns.join(', ')}) <= (${params(after ? key.length : 0)})`] : []),
  ];
  const own = (source: string) => columns.map((column, i) => `${column} = ${source}.${names[i]}`).join(' AND ');
  return `
    WITH walked AS MATERIALIZED (
      SELECT ${columns.map((column, i) => `${column} AS ${names[i]}`).join(', ')} FROM ${table} t
      ${bounds.length > 0 ? `WHERE ${bounds.join(' AND ')}` : ''} ORDER BY ${columns.join(', ')} LIMIT ${rows}
    ), due AS (
      SELECT FROM walked JOIN ${table} t ON ${own('walked')} WHERE (${where})
    ), free AS MATERIALIZED (
      SELECT ${names.join(', ')} FROM walked JOIN ${table} t ON ${own('walked')} WHERE (${where})
      FOR NO KEY UPDATE OF t SKIP LOCKED
    ), changed AS (
      UPDATE ${table} t SET ${set} FROM free WHERE ${own('free')} RETURNING 1
    )
    SELECT (SELECT count(*) FROM walked)::int AS walked, (SELECT count(*) FROM changed)::int AS changed,
      (SELECT count(*) FROM due)::int - (SELECT count(*) FROM free)::int AS missed,
      (SELECT ARRAY[${names.map((name) => `${name}::text`).join(', ')}] FROM walked
       ORDER BY ${names.map((name) => `${name} DESC`).join(', ')} LIMIT 1) AS last`;
}

/** By another key, a batch could have any number of rows, or read the whole table. */
async function requirePrimaryKey(runner: QueryRunner, table: string, key: readonly string[]): Promise<void> {
  const [other] = (await runner.query(
    `SELECT p.key FROM (
       SELECT ARRAY(SELECT a.attname::text FROM pg_index i, unnest(i.indkey) WITH ORDINALITY AS k (attnum, place)
         JOIN pg_attribute a USING (attnum)
         WHERE i.indrelid = $1::regclass AND i.indisprimary AND a.attrelid = i.indrelid ORDER BY k.place) AS key
     ) p WHERE p.key <> $2::text[]`,
    [table, key],
  )) as Array<{ key: string[] }>;
  if (other) throw new Error(`The primary key of ${table} is (${other.key.join(', ')}), not (${key.join(', ')}).`);
}

/** Returns null for a table without statistics. */
async function estimateRows(runner: QueryRunner, table: string): Promise<number | null> {
  const [row] = (await runner.query(`SELECT reltuples FROM pg_class WHERE oid = $1::regclass`, [table])) as Array<{
    reltuples: number;
  }>;
  return row && row.reltuples > 0 ? row.reltuples : null;
}

/** Stores the progress of one backfill under its SQL, because changed SQL has to start again. */
class Journal {
  private readonly id: readonly [migration: string, change: string];

  constructor(
    private readonly runner: QueryRunner,
    migration: string,
    { table, set, where }: Backfill,
  ) {
    this.id = [migration, `UPDATE ${table} SET ${set} WHERE ${where}`];
  }

  async read(): Promise<Progress> {
    await this.runner.query(
      `CREATE TABLE IF NOT EXISTS ${progressTable} (
         migration text, change text, progress jsonb NOT NULL, PRIMARY KEY (migration, change))`,
    );
    const [row] = (await this.runner.query(
      `SELECT progress FROM ${progressTable} WHERE (migration, change) = ($1, $2)`,
      [...this.id],
    )) as Array<{ progress: Progress }>;
    return row?.progress ?? { ranges: [[null, null]], missed: [], walked: 0, changed: 0 };
  }

  async write(progress: Progress): Promise<void> {
    await this.runner.query(
      `INSERT INTO ${progressTable} (migration, change, progress) VALUES ($1, $2, $3)
       ON CONFLICT (migration, change) DO UPDATE SET progress = excluded.progress`,
      [...this.id, JSON.stringify(progress)],
    );
  }
}

const inWords = (count: number) => Math.round(count).toLocaleString('en');

class ProgressLines {
  private readonly began = performance.now();
  private readonly walkedBefore: number;
  private last = this.began;

  constructor(
    private readonly table: string,
    private readonly now: Progress,
    private readonly context: BackfillContext,
    private readonly total: number | null,
  ) {
    this.walkedBefore = now.walked;
    if (now.walked > 0) this.report(`continues after ${inWords(now.walked)} rows`);
  }

  progress(): void {
    const { walked } = this.now;
    const perSecond = ((walked - this.walkedBefore) * 1_000) / (performance.now() - this.began);
    const rate = `${inWords(perSecond)} rows/s`;
    // The estimate is of the last ANALYZE.
    if (!this.total || walked >= this.total) this.write(`${inWords(walked)} rows, ${rate}`);
    else {
      const percent = Math.floor((100 * walked) / this.total);
      const left = perSecond > 0 ? `, ${durationOf((this.total - walked) / perSecond)} left` : '';
      this.write(`${inWords(walked)} of about ${inWords(this.total)} rows (${percent}%), ${rate}${left}`);
    }
  }

  end(): void {
    this.report(`${inWords(this.now.walked)} rows read, ${inWords(this.now.changed)} updated`);
  }

  /** Drops lines that follow another one too soon. */
  write(text: string): void {
    if (performance.now() - this.last < this.context.reportEveryMs) return;
    this.last = performance.now();
    this.report(text);
  }

  private report(text: string): void {
    this.context.report(`${this.table}: ${text}`);
  }
}

function durationOf(seconds: number): string {
  return seconds < 90 ? `${Math.ceil(seconds)} s` : `${Math.ceil(seconds / 60)} min`;
}
