import { migrate, migrationsOf } from '@upstander/db';
import { ConfigError } from '@upstander/platform';
import { join, resolve } from 'node:path';
import { UsageError, type Command, type ParsedArguments } from '../command.js';
import { restoreToTime } from '../archive/restore-to-time.js';
import { addressesOf, type AllAddresses } from '../database/addresses.js';
import { refuseMismatchedDatabases } from '../database/fitting-databases.js';
import { findUnusableSecrets } from '../secrets/unusable-secrets.js';
import { backupOptions } from '../database/backup-options.js';
import { runAsOwner, countRows, isEmpty, serverOf } from './contents.js';
import { differences, readManifest, refuseDamaged, type DumpedDatabase, type Manifest } from './manifest.js';
import { toolFor } from './postgres-tools.js';
import { restoreInto } from './restore-into.js';

export const command: Command = {
  usage: '--from DIR [--keep-keys] | --from PLACE --to-time TIME --into DIR [--env-file FILE]',
  help: `
Restores a backup of “upstander backup” into two empty databases, compares the row counts of all tables, migrates the tables to
this release, and opens sealed data with APP_SECRET and SEALED_KEYS, so that a wrong secret is found now. It needs the roles
(“upstander roles”), the settings of the programs, and MIGRATE_DATABASE_URL and MIGRATE_KEYS_URL, but no superuser. It never
changes a database that isn't empty.
--keep-keys: keep the existing key database, for example if only the other one was lost.

--to-time restores an archive of “upstander backup --continuous” into an empty data folder of PostgreSQL (--into), up to a time
such as 2026-12-01T09:30:00-05:00, or “latest”. Run it as the user of PostgreSQL. It needs pgbackrest, PostgreSQL of the same
version, and the ARCHIVE_… settings that the archive was made with.`,
  options: {
    from: { type: 'string' },
    'keep-keys': { type: 'boolean' },
    'to-time': { type: 'string' },
    into: { type: 'string' },
  },

  async run(given) {
    const { from, into, 'to-time': time } = given.options;
    if (typeof from !== 'string' || given.words.length > 0) throw new UsageError('--from DIR is missing.');
    if (time !== undefined) return restoreToTime(given, from);
    if (into !== undefined) throw new UsageError('--into needs --to-time.');
    const folder = resolve(from);
    const manifest = readManifest(folder);
    const addresses = addressesOf(given.environment);
    const parts = databasesToRestore(manifest, addresses, Boolean(given.options['keep-keys']));
    requireNotNewer(manifest);
    for (const { dumped } of parts) await refuseDamaged(folder, dumped);
    await refuseMismatchedDatabases(addresses);
    for (const { url, name } of parts) await refuseUnsuitable(url, name, manifest, addresses);
    const tool = await toolFor('pg_restore', manifest.tool, given.environment);
    for (const { url, dumped, name } of parts) {
      given.print(`Restoring ${name} from ${dumped.file} …`);
      const server = await runAsOwner(url, serverOf);
      await restoreInto(tool, join(folder, dumped.file), { url, server, said: backupOptions });
      const wrong = differences(dumped.rows, await runAsOwner(url, countRows));
      if (wrong.length > 0)
        throw new ConfigError(`The row counts of these tables differ from the backup: ${wrong.join(', ')}.`);
      given.print(`${Object.keys(dumped.rows).length} tables have the same number of rows as on ${manifest.madeAt}.`);
    }
    const run = await migrate(addresses.app, addresses.sealed);
    given.print(run.length > 0 ? `Migrated to this release: ${run.length} steps.` : 'The tables match this release.');
    return checkSecrets(given, manifest);
  },
};

interface Part {
  readonly name: string;
  readonly url: string;
  readonly dumped: DumpedDatabase;
}

function databasesToRestore(
  { app, keys }: Manifest,
  { app: { owner }, sealed }: AllAddresses,
  keepKeys: boolean,
): Part[] {
  if (keys && !sealed)
    throw new ConfigError(
      'The backup has a sealed zone: SEALED_DATABASE_URL, SEALED_KEYS_URL, SEALED_KEYS and MIGRATE_KEYS_URL are required.',
    );
  const parts = [{ name: 'the database', url: owner, dumped: app }];
  if (keys && sealed && !keepKeys) parts.push({ name: 'the key database', url: sealed.keys.owner, dumped: keys });
  return parts;
}

/** An older program doesn't understand the tables of a newer release. */
function requireNotNewer({ app, keys, release }: Manifest): void {
  const known = new Set(Object.values(migrationsOf).flatMap((some) => some.map(({ name }) => name)));
  const unknown = [...app.migrations, ...(keys?.migrations ?? [])].filter((name) => !known.has(name));
  if (unknown.length > 0)
    throw new ConfigError(
      `The backup is of release ${release}, which is newer than this program (it has run ${unknown[0]}): restore it with that release.`,
    );
}

async function refuseUnsuitable(url: string, name: string, manifest: Manifest, addresses: AllAddresses): Promise<void> {
  await runAsOwner(url, async (client) => {
    if (!(await isEmpty(client)))
      throw new ConfigError(
        `Nothing was restored, because ${name} is not empty. If nothing in it is needed, drop it and create it again with the output of “upstander roles”.`,
      );
    const { rows } = await client.query<{ missing: string[] }>(
      `SELECT ARRAY(SELECT r FROM unnest($1::text[]) r WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = r)) AS missing`,
      [addresses.roles],
    );
    const { missing } = rows[0]!;
    const server = await serverOf(client);
    if (missing.length > 0)
      throw new ConfigError(
        `There is no role ${missing.join(', ')} on this server: create it with the output of “upstander roles”.`,
      );
    if (server < manifest.server)
      throw new ConfigError(
        `The backup is of PostgreSQL ${manifest.server}, but ${name} is on ${server}: use a server that is at least as new.`,
      );
  });
}

async function checkSecrets(given: ParsedArguments, { files }: Manifest): Promise<number> {
  const complaints = await findUnusableSecrets(given.environment);
  if (complaints.length > 0) {
    for (const complaint of complaints) given.print(complaint);
    given.print(
      'Everything is restored, but the programs would not start with these settings. Correct them and run: upstander doctor.',
    );
    return 1;
  }
  given.print('APP_SECRET and SEALED_KEYS open the sealed data. Next steps:');
  given.print('1. Run upstander doctor with the settings of the programs.');
  given.print('2. Start the worker and the api. Emails recorded in the backup are not sent again, and payments that');
  given.print('   Stripe has received since are booked within a minute.');
  given.print('3. Open Ledger → Check and Access log, which reports any rows missing at its end.');
  if (files)
    given.print(
      `4. ${files.count} files were in the bucket ${files.bucket}: check them with “upstander move-files --check”.`,
    );
  return 0;
}
