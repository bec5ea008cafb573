import { bindCodes } from '@upstander/advocacy';
import type { SealSettings } from '@upstander/identity';
import { BoundedClient, ConfigError, firstOf, migrateQueue } from '@upstander/platform';
import type pg from 'pg';
import { grant, type Guest } from './grants.js';
import { migrateToLatest, type MigrateOptions } from './migrate-to-latest.js';
import { ownersSource, pathOf } from './owners-source.js';
import { sealRowsOnce } from './seal-rows.js';
import type { Zone } from './sql-source.js';

/** Options of a run by the operator. */
export type RunOptions = Pick<MigrateOptions, 'adopt' | 'report'>;

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
  options: RunOptions = {},
  secrets: Partial<SealSettings> = {},
): Promise<string[]> {
  requireDistinctRoles(owner, program, worker, sealed?.program, sealed?.worker);
  if (sealed) requireDistinctRoles(sealed.keys.owner, sealed.keys.program, sealed.keys.worker);
  const entersSchema = (schema: string) => schema !== 'sealed';
  const guests: Guest[] = [
    { role: roleOf(program), entersSchema, ...(worker && { program: 'api' }) },
    ...(worker ? [{ role: roleOf(worker), entersSchema, program: 'worker' } as const] : []),
  ];
  // A waiting worker starts as soon as the tables are committed, and needs the queue at once.
  const run = await migrateDatabase(owner, 'app', { ...options, guests, prepare: () => migrateQueue(owner) });
  if (sealed) {
    await inDatabase(owner, (client) => client.query('CREATE SCHEMA IF NOT EXISTS sealed'));
    run.push(...(await migrateDatabase(owner, 'sealed', options)), ...(await migrateKeys(sealed.keys, options)));
    const [zone, keys] = [sealed.program, sealed.keys.program];
    await bindCodes(owner, { SEALED_DATABASE_URL: zone, SEALED_KEYS_URL: keys, SEALED_KEYS: sealed.wrapping });
  }
  await inDatabase(owner, async (client) => {
    await client.query(disableJit);
    for (const guest of guests) await grant(client, guest);
    if (sealed) await grant(client, { role: roleOf(sealed.program), entersSchema: (schema) => schema === 'sealed' });
    const zone = sealed && {
      SEALED_DATABASE_URL: sealed.program,
      SEALED_KEYS_URL: sealed.keys.program,
      SEALED_KEYS: sealed.wrapping,
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

export async function migrateKeys({ owner, program }: Addresses, options: RunOptions = {}): Promise<string[]> {
  const run = await migrateDatabase(owner, 'keys', options);
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

async function migrateDatabase(url: string, zone: Zone, options: MigrateOptions): Promise<string[]> {
  const source = await ownersSource(url, zone).initialize();
  try {
    return await migrateToLatest(source, zone, options);
  } finally {
    await source.destroy();
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
