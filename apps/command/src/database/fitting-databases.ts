import { BoundedClient, ConfigError, firstOf } from '@upstander/platform';
import type pg from 'pg';
import { sentenceOf } from '../sentence-of.js';
import type { AllAddresses } from './addresses.js';

/** Identifies the server and database. Some managed servers hide their system ID, so the start time is used. */
export const databaseId = `extract(epoch FROM pg_postmaster_start_time()) || '/' || current_database()`;

type NamedUrl = readonly [name: string, url: string];

/**
 * With two URLs exchanged, each database would get the other's tables.
 * @throws ConfigError in one sentence, also unless the databases store UTF-8
 */
export async function refuseMismatchedDatabases({ app, sealed }: AllAddresses): Promise<void> {
  const main: NamedUrl = ['MIGRATE_DATABASE_URL', app.owner];
  await requireOwnDatabases(main, ['DATABASE_URL', app.program]);
  if (app.worker) await requireOwnDatabases(main, ['WORKER_DATABASE_URL', app.worker]);
  if (!sealed) return;
  const keys: NamedUrl = ['MIGRATE_KEYS_URL', sealed.keys.owner];
  await requireOwnDatabases(main, ['SEALED_DATABASE_URL', sealed.program]);
  await requireOwnDatabases(keys, ['SEALED_KEYS_URL', sealed.keys.program]);
  if (sealed.worker) await requireOwnDatabases(main, ['WORKER_SEALED_DATABASE_URL', sealed.worker], sealed.program);
  if (sealed.keys.worker)
    await requireOwnDatabases(keys, ['WORKER_SEALED_KEYS_URL', sealed.keys.worker], sealed.keys.program);
}

interface DatabaseEntry {
  readonly name: string;
  readonly id: string;
  readonly encoding: string;
  readonly isMember: boolean | null;
}

/** @param memberOf URL whose role the program's role must be a member of, because it is granted no rights itself */
async function requireOwnDatabases(
  [owners, ownersUrl]: NamedUrl,
  [programs, programsUrl]: NamedUrl,
  memberOf?: string,
): Promise<void> {
  const owner = await entered(ownersUrl).catch((error: unknown) => {
    throw new ConfigError(`${owners}: ${sentenceOf(error, 'migrate')}`);
  });
  if (owner.encoding !== 'UTF8')
    throw new ConfigError(
      `The database ${owner.name} stores text as ${owner.encoding}, which cannot represent every name: create it again with the output of “upstander roles”.`,
    );
  // A program that can't connect reports it when it starts.
  const program = await entered(programsUrl, memberOf).catch(() => null);
  if (program?.isMember === false)
    throw new ConfigError(
      `${programs} enters with a role that has no rights of ${userOf(memberOf!)}. Run the output of “upstander roles” as a superuser.`,
    );
  if (program === null || program.id === owner.id) return;
  throw new ConfigError(
    `${owners} connects to the database ${owner.name}, and ${programs} to ${program.name}. They must be the same database with different roles. Were two URLs exchanged?`,
  );
}

const userOf = (url: string) => decodeURIComponent(new URL(firstOf(url)).username);

async function entered(connectionString: string, memberOf?: string): Promise<DatabaseEntry> {
  const limits = { connectionTimeoutMillis: 10_000, query_timeout: 10_000 };
  const client: pg.Client = new BoundedClient({ connectionString, application_name: 'upstander-command', ...limits });
  await client.connect();
  try {
    const { rows } = await client.query<DatabaseEntry>(
      `SELECT current_database() AS name, current_setting('server_encoding') AS encoding, ${databaseId} AS id,
         (SELECT pg_has_role(oid, 'USAGE') FROM pg_roles WHERE rolname = $1) AS "isMember"`,
      [memberOf === undefined ? null : userOf(memberOf)],
    );
    return rows[0]!;
  } finally {
    await client.end();
  }
}
