import { migrationsOf, releaseFacts } from '@upstander/db';
import { ConfigError, readSecret, requireSecret, queueSchema } from '@upstander/platform';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { UsageError, type Command, type ParsedArguments } from '../command.js';
import { backUpContinuously } from '../archive/continuous-backup.js';
import { clearOnFailure } from '../clear-on-failure.js';
import { sentenceOf } from '../sentence-of.js';
import { backupOptions } from '../database/backup-options.js';
import { runAsOwner, countRows, describe, countBucketFiles, refuseHidden } from './contents.js';
import { described, manifestFile, type DumpedDatabase } from './manifest.js';
import { runTool, toolFor } from './postgres-tools.js';
import { recordRun } from './run-record.js';

const dumpFile = 'upstander.dump';
const keysFile = 'keys.dump';

export const command: Command = {
  usage: '--to DIR | --continuous --to PLACE [--days N] [--env-file FILE]',
  help: `
Backs up both databases into an empty folder while the site is running. They include files, except those in a bucket
(FILES_KEPT_IN), which are only counted. It connects as the owner of the databases (MIGRATE_DATABASE_URL, and MIGRATE_KEYS_URL
if there is a sealed zone) and needs no superuser, so it works with a managed PostgreSQL too. pg_dump of the server's version or
newer must be installed; PG_BIN is its folder if it isn't in a usual place.

The folder contains upstander.dump, keys.dump and manifest.json with the row counts of all tables and checksums. The files are
not encrypted: encrypt them before they leave this machine. APP_SECRET and SEALED_KEYS are not included. Move keys.dump
elsewhere and keep it for days only: erased data is gone for good once its key is gone from every backup of the keys.

--continuous: set up an encrypted archive of the whole server in PLACE, an absolute folder or s3://bucket/folder, and add a full
backup to it. PostgreSQL then adds each minute, and “upstander restore --to-time” goes back to any of them. Run it every night on
the machine of PostgreSQL, as its user. It needs pgbackrest, ARCHIVE_PASSPHRASE, and for a bucket ARCHIVE_S3_ENDPOINT,
ARCHIVE_S3_REGION, ARCHIVE_S3_ACCESS_KEY_ID and ARCHIVE_S3_SECRET_ACCESS_KEY. PGHOST is the folder of the socket, PGPORT the port
and PGDATABASE the database, if they aren't /var/run/postgresql, 5432 and upstander.
--days: how far back a restore can go (7).`,
  options: { to: { type: 'string' }, continuous: { type: 'boolean' }, days: { type: 'string' } },

  async run(given) {
    const { to, continuous, days } = given.options;
    if (typeof to !== 'string' || given.words.length > 0) throw new UsageError('--to DIR is missing.');
    if (continuous) return backUpContinuously(given, to);
    if (days !== undefined) throw new UsageError('--days needs --continuous.');
    const owner = requireSecret(given.environment, 'MIGRATE_DATABASE_URL', 'the database, as its owner');
    const keysOwner = readSecret(given.environment, 'SEALED_KEYS_URL')
      ? requireSecret(given.environment, 'MIGRATE_KEYS_URL', 'SEALED_KEYS_URL, as its owner')
      : readSecret(given.environment, 'MIGRATE_KEYS_URL');
    // Other users of this machine must not read the files.
    const umask = process.umask(0o077);
    try {
      const folder = emptyFolder(to);
      // Files of a failed backup would use disk space and block the next one.
      const clear = () => {
        for (const file of [dumpFile, keysFile, manifestFile]) rmSync(join(folder, file), { force: true });
      };
      return await clearOnFailure(clear, () => backUp(given, folder, { owner, keysOwner }));
    } finally {
      process.umask(umask);
    }
  },
};

interface Owners {
  readonly owner: string;
  readonly keysOwner?: string | undefined;
}

async function backUp(given: ParsedArguments, folder: string, { owner, keysOwner }: Owners): Promise<void> {
  const madeAt = new Date().toISOString();
  const app = await dump(given, { url: owner, folder, file: dumpFile });
  // Keys are dumped last, so that the second file has the key of every record in the first.
  const keys = keysOwner ? await dump(given, { url: keysOwner, folder, file: keysFile }) : undefined;
  const { server, tool } = app;
  const files = app.files && { ...app.files, bucket: readSecret(given.environment, 'FILES_S3_BUCKET') ?? '' };
  const manifest = {
    madeBy: 'upstander backup',
    format: 1,
    release: releaseFacts.version,
    madeAt,
    server,
    tool,
    app: app.dumped,
    keys: keys?.dumped,
    ...(files && { files }),
  };
  writeFileSync(join(folder, manifestFile), `${JSON.stringify(manifest, null, 2)}\n`);
  const bytes = app.dumped.bytes + (keys?.dumped.bytes ?? 0);
  const run = { startedAt: Date.parse(madeAt), bytes };
  await runAsOwner(owner, (client) => recordRun(client, 'dump', run)).catch((error: unknown) =>
    given.print(`The backup is complete, but it could not be recorded: ${sentenceOf(error, 'backup')}`),
  );
  for (const { dumped } of keys ? [app, keys] : [app]) {
    const rows = Object.values(dumped.rows).reduce((sum, n) => sum + n, 0);
    given.print(
      `${join(folder, dumped.file)}: ${rows} rows of ${Object.keys(dumped.rows).length} tables, ${dumped.bytes} bytes.`,
    );
  }
  if (files)
    given.print(
      `${files.count} files (${(files.bytes / 1e6).toFixed(1)} MB) are not included: they are in the bucket ${files.bucket}, which needs its own backup.`,
    );
  given.print('These files are not encrypted: encrypt them before they leave this machine.');
  given.print(
    'APP_SECRET and SEALED_KEYS are not included, and sealed data cannot be opened without them: keep both in another place.',
  );
  if (keys) given.print('Move keys.dump elsewhere and keep it for days only.');
}

/** @throws ConfigError if the folder isn't empty or can't be created */
function emptyFolder(to: string): string {
  const folder = resolve(to);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (readdirSync(folder).length === 0) return folder;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // On a read-only disk, Node.js reports that the parent folder doesn't exist.
    throw new ConfigError(`${folder} cannot be created or written (${code === 'ENOENT' ? 'EROFS' : code}).`);
  }
  throw new ConfigError(`${folder} is not empty: each backup needs its own folder.`);
}

interface DumpRequest {
  readonly url: string;
  readonly folder: string;
  readonly file: string;
}

async function dump(
  given: ParsedArguments,
  { url, folder, file }: DumpRequest,
): Promise<{
  server: number;
  tool: number;
  dumped: DumpedDatabase;
  files: Awaited<ReturnType<typeof countBucketFiles>>;
}> {
  return runAsOwner(url, async (client) => {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const { server, migrations } = await describe(client);
    // keys.dump is moved elsewhere and kept for days only, so it must not contain the main database.
    const isOfKeys = !migrations.includes(migrationsOf.app[0]!.name);
    if (isOfKeys !== (file === keysFile))
      throw new ConfigError(
        `The database for ${file} is ${isOfKeys ? '' : 'not '}the key database: are MIGRATE_DATABASE_URL and MIGRATE_KEYS_URL exchanged?`,
      );
    await refuseHidden(client);
    const tool = await toolFor('pg_dump', server, given.environment);
    const { rows } = await client.query<{ snapshot: string }>('SELECT pg_export_snapshot() AS snapshot');
    const args = ['--format=custom', `--snapshot=${rows[0]?.snapshot}`, `--file=${join(folder, file)}`];
    // Roles may have other names at the destination. The migrations grant their rights and recreate the job queue.
    const whole = ['--no-owner', '--no-privileges', '--enable-row-security', `--exclude-schema=${queueSchema}`];
    const [, counts] = await Promise.all([runTool(tool, [...args, ...whole], url, backupOptions), countRows(client)]);
    const files = await countBucketFiles(client);
    await client.query('COMMIT');
    return { server, tool: tool.major, files, dumped: await described(folder, file, migrations, counts) };
  });
}
