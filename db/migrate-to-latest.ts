import { ConfigError, isLockedForTooLong } from '@upstander/platform';
import { setTimeout as wait } from 'node:timers/promises';
import type pg from 'pg';
import { MigrationExecutor, type DataSource, type Migration, type QueryRunner } from 'typeorm';
import { forgetBackfills, type BackfillContext } from './backfill.js';
import { writeArticles } from './content/write-articles.js';
import { writeCourses } from './content/write-courses.js';
import { writeHelpLines } from './content/help-lines.js';
import { writeUsPlaces } from './content/write-us-places.js';
import { writeTimeLimits } from './content/write-time-limits.js';
import { grant, type Guest } from './grants.js';
import { migrationsTable, recordRelease, refuseOtherRelease, type AcceptOptions } from './release-record.js';
import { applySql, type Zone } from './sql-source.js';
import { writeStatusChanges } from './status-changes.js';

/**
 * Longest time that requests queue behind a migration that waits for a table, for example until a report ends. Shorter
 * than PostgreSQL's `deadlock_timeout` (1 s), so a deadlock ends the migration's attempt and no one's request.
 */
const lockTimeout = '800ms';

/** Pauses between attempts, in seconds: five minutes together, in which requests run normally. */
const pauses = [1, 2, 5, 10, 15, ...Array<number>(9).fill(30)];

export interface MigrateOptions extends AcceptOptions {
  /** Roles of the programs, which get their rights together with the tables. */
  guests?: readonly Guest[];
  /** Runs before the tables are changed, in each attempt, unless this release is refused. */
  prepare?: () => Promise<void>;
  pause?: (seconds: number) => Promise<unknown>;
  /** Receives lines about the progress of long updates. */
  report?: (line: string) => void;
  /** Other values for tests. */
  backfill?: Partial<BackfillContext>;
}

/**
 * Runs the migrations and SQL files in one transaction under a lock. If other sessions use a table for too long, it rolls
 * back, pauses and tries again. Then it runs the migrations without a transaction (`transaction = false`), next to requests.
 * @throws ConfigError if the tables stay in use
 */
export async function migrateToLatest(source: DataSource, zone: Zone, options: MigrateOptions = {}): Promise<string[]> {
  const run = await migrateTables(source, zone, options);
  if (zone === 'app') await writeContent(source);
  return [...run, ...(await runOnlineMigrations(source, zone, options))];
}

async function migrateTables(source: DataSource, zone: Zone, options: MigrateOptions): Promise<string[]> {
  const { pause = (seconds) => wait(seconds * 1_000) } = options;
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await tryToMigrate(source, zone, options);
    } catch (error) {
      if (!isLockedForTooLong(error)) throw error;
      const seconds = pauses[attempt];
      if (seconds === undefined) throw new ConfigError(tablesInUse);
      await pause(seconds);
    }
  }
}

const tablesInUse =
  'Other sessions, such as a backup or a report, kept using the tables for five minutes. Nothing was changed. Run it again when they have ended.';

function tryToMigrate(source: DataSource, zone: Zone, options: MigrateOptions): Promise<string[]> {
  return inTransaction(source, async (runner) => {
    await runner.query(`SET LOCAL lock_timeout = '${lockTimeout}'`);
    await refuseOtherRelease(runner, zone, options);
    await options.prepare?.();
    if ((await new MigrationExecutor(source, runner).getPendingMigrations()).some(isOffline)) await lockTables(runner);
    const run = await runOfflineMigrations(source, runner);
    if (zone === 'app') await writeStatusChanges(runner);
    const made = await applySql(runner, zone);
    // Running programs meet the new triggers as soon as this is committed.
    const client = (await runner.connect()) as pg.PoolClient;
    for (const guest of options.guests ?? []) await grant(client, guest);
    await recordRelease(runner, zone);
    return [...run, ...made];
  });
}

/** False for a migration that runs next to requests. */
function isOffline({ instance }: Migration): boolean {
  return instance?.transaction !== false;
}

/**
 * Locks all tables before the first migration. If each locked its own, the first tables would be locked long before the
 * last, and every request that uses both would end the attempt by a deadlock.
 */
async function lockTables(runner: QueryRunner): Promise<void> {
  // The owner has no rights on the rows of append-only tables, and can't lock those.
  const [row] = (await runner.query(
    `SELECT string_agg(oid::regclass::text, ', ' ORDER BY oid::regclass::text) AS tables FROM pg_class
     WHERE relkind = 'r' AND pg_has_role(relowner, 'USAGE') AND has_table_privilege(oid, 'UPDATE')
       AND relnamespace::regnamespace::text !~ '^(pg_|information_schema$|bullmq$)'`,
  )) as Array<{ tables: string | null }>;
  if (row?.tables) await runner.query(`LOCK TABLE ${row.tables} IN ACCESS EXCLUSIVE MODE`);
}

/** Separate from the tables, which stay locked until their transaction ends. */
function writeContent(source: DataSource): Promise<void> {
  return inTransaction(source, async (runner) => {
    await writeArticles(runner);
    await writeCourses(runner);
    await writeHelpLines(runner);
    await writeUsPlaces(runner);
    await writeTimeLimits(runner);
  });
}

async function inTransaction<T>(source: DataSource, work: (runner: QueryRunner) => Promise<T>): Promise<T> {
  const runner = source.createQueryRunner();
  try {
    await runner.startTransaction();
    await runner.query(`SELECT pg_advisory_xact_lock(hashtext('upstander: migrate'))`);
    const result = await work(runner);
    await runner.commitTransaction();
    return result;
  } catch (error) {
    // If the connection is lost, the first error counts.
    await runner.rollbackTransaction().catch(() => undefined);
    throw error;
  } finally {
    await runner.release();
  }
}

/** Returns the names of the migrations it ran. */
async function runOfflineMigrations(source: DataSource, runner: QueryRunner): Promise<string[]> {
  const executor = new MigrationExecutor(source, runner);
  const run = (await executor.getPendingMigrations()).filter(isOffline);
  for (const migration of run) await executor.executeMigration(migration);
  return run.map(({ name }) => name);
}

/**
 * Runs the migrations that build indexes and check constraints of large tables while requests go on. They wait for
 * running transactions as long as it takes, and nothing waits for them. Interrupted ones are repeated by the next run, and
 * continued if they are a `backfill`.
 */
async function runOnlineMigrations(source: DataSource, zone: Zone, options: MigrateOptions): Promise<string[]> {
  const runner = source.createQueryRunner();
  try {
    // A session that waits for a lock in a query would keep an index from being finished.
    while (!(await isFirstOnline(runner))) await wait(500);
    await dropUnfinishedIndexes(runner);
    const pending = (await new MigrationExecutor(source, runner).getPendingMigrations()).filter(
      (migration) => !isOffline(migration),
    );
    for (const migration of pending) {
      const { report = () => undefined, backfill } = options;
      runner.data['backfill'] = { report, ...backfill, migration: migration.name } satisfies Partial<BackfillContext>;
      await migration.instance!.up(runner);
      await recordOnlineMigration(source, zone, migration);
    }
    return pending.map(({ name }) => name);
  } finally {
    await runner.query(`SELECT pg_advisory_unlock_all()`).catch(() => undefined);
    await runner.release();
  }
}

/** Under the lock, and together with the checksum: another run refuses a migration without one. */
function recordOnlineMigration(source: DataSource, zone: Zone, { name, timestamp }: Migration): Promise<void> {
  return inTransaction(source, async (runner) => {
    await runner.query(`INSERT INTO ${migrationsTable(zone)} ("timestamp", name) VALUES ($1, $2)`, [timestamp, name]);
    await forgetBackfills(runner);
    await recordRelease(runner, zone);
  });
}

async function isFirstOnline(runner: QueryRunner): Promise<boolean> {
  const [row] = (await runner.query(
    `SELECT pg_try_advisory_lock(hashtext('upstander: migrate online')) AS locked`,
  )) as Array<{ locked: boolean }>;
  return row!.locked;
}

/** `CREATE INDEX CONCURRENTLY IF NOT EXISTS` would keep the unusable index of an interrupted run. */
async function dropUnfinishedIndexes(runner: QueryRunner): Promise<void> {
  const unfinished = (await runner.query(
    `SELECT i.indexrelid::regclass::text AS name FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
     WHERE NOT i.indisvalid AND pg_has_role(c.relowner, 'USAGE')`,
  )) as Array<{ name: string }>;
  for (const { name } of unfinished) await runner.query(`DROP INDEX CONCURRENTLY ${name}`);
}
