import { bindCodes } from '@upstander/advocacy';
import type { SealSettings } from '@upstander/identity';
import { BoundedClient, ConfigError, firstOf, migrateQueue, SnakeNaming } from '@upstander/platform';
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
import { recordRelease, refuseAnother, type Accepting } from './release-record.js';
import { sealRowsOnce } from './seal-rows.js';
import { applySql, type Zone } from './sql-source.js';
import { writeStatusChanges } from './status-changes.js';

/** A database as its owner enters it, who alone changes its tables, and as the program does, which gets its rows. */
export interface Addresses {
  owner: string;
  program: string;
}

/** The main database. With `worker`, `program` is the role of the api alone. */
export interface MainAddresses extends Addresses {
  worker?: string | undefined;
}

/** Where the sealed zone is; without it nobody can apply or ask for a consultation. */
export interface SealedAddresses {
  /** The same database, entered by the role of the sealed zone. */
  program: string;
  keys: Addresses;
  /** SEALED_KEYS: needed once, where records are there from before codes were bound to them. */
  wrapping?: string;
}

/**
 * Brings a database up to date as its owner: our own tables, those of the job queue, the sealed zone and the database of
 * its keys; and says what the roles of the programs may do there. Returns the names of what was run. With APP_SECRET it
 * also seals, once, the rows that give power from before there were seals.
 * @throws ConfigError where a program would enter as the owner, or the database is not one of this release's.
 */
export async function migrate(
  { owner, program, worker }: MainAddresses,
  sealed?: SealedAddresses,
  accepting: Accepting = {},
  secrets: Partial<SealSettings> = {},
): Promise<string[]> {
  apart(owner, program, ...(worker ? [worker] : []), ...(sealed ? [sealed.program] : []));
  if (sealed) apart(sealed.keys.owner, sealed.keys.program);
  const run = await bring(owner, 'app', accepting);
  await migrateQueue(owner);
  if (sealed) {
    await inDatabase(owner, (client) => client.query('CREATE SCHEMA IF NOT EXISTS sealed'));
    run.push(...(await bring(owner, 'sealed', accepting)), ...(await migrateKeys(sealed.keys, accepting)));
    const [zone, keys] = [sealed.program, sealed.keys.program];
    await bindCodes(owner, { SEALED_DATABASE_URL: zone, SEALED_KEYS_URL: keys, SEALED_KEYS: sealed.wrapping });
  }
  await inDatabase(owner, async (client) => {
    await client.query(compileNothing);
    const enters = (schema: string) => schema !== 'sealed';
    await grant(client, { role: roleOf(program), enters, ...(worker && { program: 'api' }) });
    if (worker) await grant(client, { role: roleOf(worker), enters, program: 'worker' });
    if (sealed) await grant(client, { role: roleOf(sealed.program), enters: (schema) => schema === 'sealed' });
    const zone = sealed && {
      ...{ SEALED_DATABASE_URL: sealed.program, SEALED_KEYS_URL: sealed.keys.program, SEALED_KEYS: sealed.wrapping },
    };
    await sealRowsOnce(client, { ...secrets, ...zone });
  });
  return run;
}

/**
 * PostgreSQL compiles a statement whose estimate is high. Ours have branches that are expensive and seldom run, such as counting
 * what is too much to count: compiling them took two seconds of a search over four million gifts that is read in 20 ms. Who may not set it
 * for the database does so for the server.
 */
const compileNothing = `DO $$ BEGIN
  IF current_setting('jit')::boolean THEN
    EXECUTE format('ALTER DATABASE %I SET jit = off', current_database());
  END IF;
EXCEPTION WHEN insufficient_privilege THEN NULL;
END $$`;

/** Brings the database of the keys up to date, and answers the names of what was run. */
export async function migrateKeys({ owner, program }: Addresses, accepting: Accepting = {}): Promise<string[]> {
  const run = await bring(owner, 'keys', accepting);
  await inDatabase(owner, (client) => grant(client, { role: roleOf(program), enters: () => true }));
  return run;
}

function apart(...urls: string[]): void {
  if (new Set(urls.map(roleOf)).size === urls.length) return;
  throw new ConfigError(
    'The owner of a database, the api, the worker and the sealed zone must each have a role of their own.',
  );
}

function roleOf(url: string): string {
  return decodeURIComponent(new URL(firstOf(url)).username);
}

/** What has no schema in its name means this one, whatever was said about the database or the role before. */
const pathOf = (schema: string) => `-c search_path=${schema}`;

export const migrationsOf = { app: migrations, sealed: sealedMigrations, keys: keyMigrations };

/** How an owner reaches a zone to change it; entities only for who compares them with the tables. */
export function ownersSource(url: string, zone: Zone, entities: Array<new () => object> = []): DataSource {
  const schema = zone === 'sealed' ? 'sealed' : 'public';
  return new DataSource({
    type: 'postgres',
    url,
    poolSize: 2,
    // A statement may take as long as it must; a database that does not answer is told at once.
    connectTimeoutMS: 10_000,
    installExtensions: false,
    migrations: migrationsOf[zone],
    entities,
    namingStrategy: new SnakeNaming(),
    schema,
    extra: { options: pathOf(schema), Client: BoundedClient },
  });
}

async function bring(url: string, zone: Zone, accepting: Accepting): Promise<string[]> {
  const source = await ownersSource(url, zone).initialize();
  try {
    return await bringUp(source, zone, accepting);
  } finally {
    await source.destroy();
  }
}

/** One transaction, one at a time: a database is as the release says, functions and all, or as it was. */
export async function bringUp(source: DataSource, zone: Zone, accepting: Accepting = {}): Promise<string[]> {
  const runner = source.createQueryRunner();
  try {
    await runner.startTransaction();
    await runner.query(`SELECT pg_advisory_xact_lock(hashtext('upstander: migrate'))`);
    await refuseAnother(runner, zone, accepting);
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
    // On a connection that is lost, what was wrong first is what counts.
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
