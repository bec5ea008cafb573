import { ConfigError } from '@upstander/platform';
import type { QueryRunner } from 'typeorm';
import { releaseFacts } from './release-facts.mjs';
import type { Zone } from './sql-source.js';
import { isLater } from './versions.js';

/**
 * Records which text of a migration a database ran, and which release migrated it last. The app and the sealed zone are
 * in one database and share the tables.
 */
const tables = `
  CREATE TABLE IF NOT EXISTS public.migration_sum (
    name text PRIMARY KEY,
    sha256 text NOT NULL,
    release text NOT NULL,
    run_at timestamptz NOT NULL DEFAULT now()
  );
  CREATE TABLE IF NOT EXISTS public.release (version text PRIMARY KEY, migrated_at timestamptz NOT NULL)`;

export interface AcceptOptions {
  /** Accepts migrations without a recorded checksum as unchanged. Without it they are refused. */
  adopt?: boolean;
}

/**
 * A release is identified by its content: a database with a migration that this release doesn't have was migrated by a
 * later one, whatever its version.
 * @throws ConfigError if the database ran other migrations, or was migrated by a later release.
 */
export async function refuseOtherRelease(
  runner: QueryRunner,
  zone: Zone,
  { adopt = false }: AcceptOptions = {},
): Promise<void> {
  await runner.query(tables);
  const releases: Array<{ version: string }> = await runner.query('SELECT version FROM public.release');
  const later = releases.find(({ version }) => isLater(version, releaseFacts.version));
  if (later) throw new ConfigError(laterReleaseMessage(later.version));
  const run = await runIn(runner, zone);
  const unknown = run.find(({ name }) => releaseFacts.sums[name] === undefined);
  if (unknown) throw new ConfigError(unknownMigration(unknown.name));
  const changed = run.find(({ name, sum }) => sum !== null && isChanged(name, sum));
  if (changed) throw new ConfigError(changedMigration(changed.name));
  if (run.some(({ sum }) => sum === null) && !adopt) throw new ConfigError(unverifiableDatabase);
}

export async function recordRelease(runner: QueryRunner, zone: Zone): Promise<void> {
  const { version, sums } = releaseFacts;
  const fresh = (await runIn(runner, zone)).filter(({ name, sum }) => sum === null && sums[name] !== undefined);
  await runner.query(
    `INSERT INTO public.migration_sum (name, sha256, release) SELECT name, sha256, $3
     FROM unnest($1::text[], $2::text[]) AS fresh (name, sha256)`,
    [fresh.map(({ name }) => name), fresh.map(({ name }) => sums[name]), version],
  );
  await runner.query(
    `INSERT INTO public.release (version, migrated_at) VALUES ($1, now())
     ON CONFLICT (version) DO UPDATE SET migrated_at = excluded.migrated_at`,
    [version],
  );
}

/** Drops the tables again when a zone is migrated down. */
export async function forgetReleases(runner: QueryRunner): Promise<void> {
  await runner.query('DROP TABLE public.migration_sum, public.release');
}

/** Unknown names belong to other releases and return false. */
export function isChanged(name: string, sum: string): boolean {
  const currentSum = releaseFacts.sums[name];
  return currentSum !== undefined && currentSum !== sum;
}

export function changedMigration(name: string): string {
  return `The migration ${name} was changed after this database ran it. Start the programs of the release that migrated it, or restore the migration and put the change into a new one (a development database can be recreated: delete .data/postgres).`;
}

function laterReleaseMessage(version: string): string {
  return `This database was migrated by release ${version}, and this is ${releaseFacts.version}: its programs work with this database, so start them without migrating.`;
}

function unknownMigration(name: string): string {
  return `This database ran the migration ${name}, which this build of ${releaseFacts.version} doesn't have: a later one migrated it. The programs of this build work with this database, so start them without migrating.`;
}

const unverifiableDatabase =
  'This database predates 0.2.0, the first release, so its migrations cannot be verified. Recreate it, or, if it was created with the code of 0.2.0, run “upstander migrate --adopt” once.';

export function migrationsTable(zone: Zone): string {
  return `${zone === 'sealed' ? 'sealed' : 'public'}.migrations`;
}

async function runIn(runner: QueryRunner, zone: Zone): Promise<Array<{ name: string; sum: string | null }>> {
  const table = migrationsTable(zone);
  const [existing] = (await runner.query('SELECT to_regclass($1) AS oid', [table])) as Array<{ oid: string | null }>;
  if (!existing?.oid) return [];
  return (await runner.query(
    `SELECT m.name, s.sha256 AS sum FROM ${table} m LEFT JOIN public.migration_sum s USING (name) ORDER BY m.id`,
  )) as Array<{ name: string; sum: string | null }>;
}
