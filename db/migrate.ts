import { bindCodes } from '@upstander/advocacy';
import type { SealSettings } from '@upstander/identity';
import {
  BoundedClient,
  ConfigError,
  firstOf,
  isLockedForTooLong,
  migrateQueue,
  SnakeNaming,
} from '@upstander/platform';
import { setTimeout as wait } from 'node:timers/promises';
import type pg from 'pg';
import { DataSource, MigrationExecutor } from 'typeorm';
import { writeArticles } from './content/write-articles.js';
import { writeCourses } from './content/write-courses.js';
import { writeHelpLines } from './content/write-help-lines.js';
import { writeUsPlaces } from './content/write-us-places.js';
import { writeTimeLimits } from './content/write-time-limits.js';
import { grant } from './grants.js';
import { keyMigrations, sealedMigrations } from './sealed-migrations/index.js';
import { migrations } from './migrations/index.js';
import { recordRelease, refuseOtherRelease, type AcceptOptions } from './release-record.js';
import { sealRowsOnce } from './seal-rows.js';
import { applySql, type Zone } from './sql-source.js';
import { writeStatusChanges } from './status-changes.js';

/** Database URLs of the owner, who alone changes tables, and of the program, which uses rows. */
export interface Addresses {
  owner: string;
  program: string;
}

/** The main database. With `worker`, `program` is the role of the api alone. */
export interface MainAddresses extends Addresses {
  worker?: string | undefined;
}

/** Database URLs of the sealed zone. Without it, applications and consultations are disabled. */
export interface SealedAddresses {
  /** The main database, as the role of the sealed zone. */
  program: string;
  /** The same as the worker's own login, a member of that role. */
  worker?: string | undefined;
  keys: MainAddresses;
  /** SEALED_KEYS: needed once, if records exist from before codes were bound to them. */
  wrapping?: string;
}

/**
 * Also migrates the job queue, the sealed zone and its key database, and grants the roles of the programs their rights.
 * Returns the names of the migrations and functions it ran. With APP_SECRET, it also seals rows that grant access and
 * have no seal yet.
 * @throws ConfigError if a program would connect as the owner, or the database does not match this release.
 */
export async function migrate(
  { owner, program, worker }: MainAddresses,
  sealed?: SealedAddresses,
  accepting: AcceptOptions = {},
  secrets: Partial<SealSettings> = {},
): Promise<string[]> {
  requireDistinctRoles(owner, program, worker, sealed?.program, sealed?.worker);
  if (sealed) requireDistinctRoles(sealed.keys.owner, sealed.keys.program, sealed.keys.worker);
  const run = await migrateDatabase(owner, 'app', accepting);
  await migrateQueue(owner);
  if (sealed) {
    await inDatabase(owner, (client) => client.query('CREATE SCHEMA IF NOT EXISTS sealed'));
    run.push(...(await migrateDatabase(owner, 'sealed', accepting)), ...(await migrateKeys(sealed.keys, accepting)));
    const [zone, keys] = [sealed.program, sealed.keys.program];
    await bindCodes(owner, { SEALED_DATABASE_URL: zone, SEALED_KEYS_URL: keys, SEALED_KEYS: sealed.wrapping });
  }
  await inDatabase(owner, async (client) => {
    await client.query(disableJit);
    const entersSchema = (schema: string) => schema !== 'sealed';
    await grant(client, { role: roleOf(program), entersSchema, ...(worker && { program: 'api' }) });
    if (worker) await grant(client, { role: roleOf(worker), entersSchema, program: 'worker' });
    if (sealed) await grant(client, { role: roleOf(sealed.program), entersSchema: (schema) => schema === 'sealed' });
    const zone = sealed && {
      ...{ SEALED_DATABASE_URL: sealed.program, SEALED_KEYS_URL: sealed.keys.program, SEALED_KEYS: sealed.wrapping },
    };
    await sealRowsOnce(client, { ...secrets, ...zone });
  });
  return run;
}

/**
 * Disables JIT. PostgreSQL compiles statements with a high estimate, and ours have expensive branches that rarely run,
 * such as capped counts: compiling took two seconds for a search over four million gifts that reads in 20 ms. If the
 * owner may not set this for the database, the operator sets it for the server.
 */
const disableJit = `DO $$ BEGIN
  IF current_setting('jit')::boolean THEN
    EXECUTE format('ALTER DATABASE %I SET jit = off', current_database());
  END IF;
EXCEPTION WHEN insufficient_privilege THEN NULL;
END $$`;

export async function migrateKeys({ owner, program }: Addresses, accepting: AcceptOptions = {}): Promise<string[]> {
  const run = await migrateDatabase(owner, 'keys', accepting);
  await inDatabase(owner, (client) => grant(client, { role: roleOf(program), entersSchema: () => true }));
  return run;
}

function requireDistinctRoles(...given: Array<string | undefined>): void {
  const urls = given.filter((url) => url !== undefined);
  if (new Set(urls.map(roleOf)).size === urls.length) return;
  throw new ConfigError(
    'The owner of a database, the api, the worker and the sealed zone must each have their own role.',
  );
}

function roleOf(url: string): string {
  return decodeURIComponent(new URL(firstOf(url)).username);
}

/** Sets the schema for unqualified names, whatever is configured for the database or the role. */
const pathOf = (schema: string) => `-c search_path=${schema}`;

export const migrationsOf = { app: migrations, sealed: sealedMigrations, keys: keyMigrations };

/** Entities are needed only to compare them with the tables. */
export function ownersSource(url: string, zone: Zone, entities: Array<new () => object> = []): DataSource {
  const schema = zone === 'sealed' ? 'sealed' : 'public';
  return new DataSource({
    type: 'postgres',
    url,
    poolSize: 2,
    // Statements may take any time, but an unreachable database fails after ten seconds.
    connectTimeoutMS: 10_000,
    installExtensions: false,
    migrations: migrationsOf[zone],
    entities,
    namingStrategy: new SnakeNaming(),
    schema,
    extra: { options: pathOf(schema), Client: BoundedClient },
  });
}

async function migrateDatabase(url: string, zone: Zone, accepting: AcceptOptions): Promise<string[]> {
  const source = await ownersSource(url, zone).initialize();
  try {
    return await migrateToLatest(source, zone, accepting);
  } finally {
    await source.destroy();
  }
}

/**
 * Longest time that requests queue behind a migration that waits for a table, for example until a report ends. Shorter
 * than PostgreSQL's `deadlock_timeout` (1 s), so a deadlock ends the migration's attempt and no one's request.
 */
const lockTimeout = '800ms';

/** Pauses between attempts, in seconds: five minutes together, in which requests run normally. */
const pauses = [1, 2, 5, 10, 15, ...Array<number>(9).fill(30)];

/**
 * Runs all migrations and SQL files in one transaction under a lock. If other sessions use a table for too long, it rolls
 * back, pauses and tries again.
 * @throws ConfigError if the tables stay in use
 */
export async function migrateToLatest(
  source: DataSource,
  zone: Zone,
  accepting: AcceptOptions = {},
  pause: (seconds: number) => Promise<unknown> = (seconds) => wait(seconds * 1_000),
): Promise<string[]> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await tryToMigrate(source, zone, accepting);
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

async function tryToMigrate(source: DataSource, zone: Zone, accepting: AcceptOptions): Promise<string[]> {
  const runner = source.createQueryRunner();
  try {
    await runner.startTransaction();
    await runner.query(`SELECT pg_advisory_xact_lock(hashtext('upstander: migrate'))`);
    await runner.query(`SET LOCAL lock_timeout = '${lockTimeout}'`);
    await refuseOtherRelease(runner, zone, accepting);
    const executor = new MigrationExecutor(source, runner);
    executor.transaction = 'all';
    const run = await executor.executePendingMigrations();
    if (zone === 'app') await writeStatusChanges(runner);
    const made = await applySql(runner, zone);
    if (zone === 'app') {
      await writeArticles(runner);
      await writeCourses(runner);
      await writeHelpLines(runner);
      await writeUsPlaces(runner);
      await writeTimeLimits(runner);
    }
    await recordRelease(runner, zone);
    await runner.commitTransaction();
    return [...run.map(({ name }) => name), ...made];
  } catch (error) {
    // If the connection is lost, the first error counts.
    await runner.rollbackTransaction().catch(() => undefined);
    throw error;
  } finally {
    await runner.release();
  }
}

async function inDatabase(url: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new BoundedClient({
    connectionString: url,
    options: pathOf('pg_catalog'),
    connectionTimeoutMillis: 10_000,
  });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
