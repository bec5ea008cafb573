import { ConfigError } from '@upstander/platform';
import type pg from 'pg';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { UsageError, type ParsedArguments } from '../command.js';
import { recordRun } from '../backup/run-record.js';
import { findServer, type ArchivedServer } from './archived-server.js';
import { backupsIn, runPgbackrest, stanza, writeConfig } from './pgbackrest.js';
import { repositoryLines } from './repository.js';

/** Erased people are still in backups, so they are kept for 30 days at most (“Erase” in docs/operator-guide.md). */
const maxDays = 30;
/** Erased sealed data is gone once its key is gone from every backup of the keys. */
const maxDaysOfKeys = 7;

/**
 * Turns on archiving of the write-ahead log, and adds a full backup to the archive.
 * @returns 1 if PostgreSQL must be restarted first
 */
export async function backUpContinuously(given: ParsedArguments, place: string): Promise<number> {
  const repository = repositoryLines(place, given.environment);
  const server = await findServer(given.environment);
  const days = await daysToKeep(given.options['days'], server);
  const config = join(homedir(), 'upstander-archive.conf');
  const command = `pgbackrest --config=${config} --stanza=${stanza} archive-push "%p"`;
  await server.connect((client) => refuseOtherArchive(client));
  const retention = ['repo1-retention-full-type=time', `repo1-retention-full=${days}`];
  writeConfig(config, [...repository, ...retention], server.lines);
  await runPgbackrest(config, 'stanza-create');
  if (!(await server.connect((client) => turnOnArchiving(client, command)))) {
    given.print('Archiving is set up, but PostgreSQL only starts it when it restarts.');
    given.print('Restart PostgreSQL (for example “sudo systemctl restart postgresql”), and run this again.');
    return 1;
  }
  const startedAt = Date.now();
  await runPgbackrest(config, 'check');
  await runPgbackrest(config, 'backup', '--type=full');
  const backups = await backupsIn(config);
  const [oldest, newest] = [backups[0]!, backups.at(-1)!];
  await server.connect((client) => recordRun(client, 'continuous', { startedAt, bytes: newest.storedBytes }));
  given.print(
    `Full backup ${newest.label}: ${inGigabytes(newest.size)}, stored in ${inGigabytes(newest.storedBytes)}.`,
  );
  given.print(`A restore is possible to any time since ${oldest.restoresSince.toISOString()}. Kept for ${days} days.`);
  given.print(
    'The archive is encrypted. APP_SECRET, SEALED_KEYS and ARCHIVE_PASSPHRASE are not in it: keep copies of them elsewhere.',
  );
  return 0;
}

async function daysToKeep(option: unknown, server: ArchivedServer): Promise<number> {
  const days = Number(option ?? maxDaysOfKeys);
  if (!Number.isInteger(days) || days < 1 || days > maxDays) throw new UsageError(`--days must be 1 to ${maxDays}.`);
  if (days > maxDaysOfKeys && (await hasKeys(server)))
    throw new ConfigError(
      `The key database is on this server, so the archive is kept for ${maxDaysOfKeys} days at most: erased sealed data is gone only when its key is. For more days, move the keys to another server.`,
    );
  return days;
}

async function hasKeys(server: ArchivedServer): Promise<boolean> {
  for (const name of await databasesOf(server)) {
    const found = await server.connect(
      (client) => client.query<{ found: boolean }>(`SELECT to_regclass('public.record_key') IS NOT NULL AS found`),
      name,
    );
    if (found.rows[0]!.found) return true;
  }
  return false;
}

/** Databases of the server, except those of PostgreSQL itself. */
export async function databasesOf(server: ArchivedServer): Promise<string[]> {
  const { rows } = await server.connect((client) =>
    client.query<{ name: string }>(
      `SELECT datname::text AS name FROM pg_database
       WHERE datallowconn AND NOT datistemplate AND datname <> 'postgres' ORDER BY 1`,
    ),
  );
  return rows.map(({ name }) => name);
}

async function refuseOtherArchive(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ command: string; library: string }>(
    `SELECT current_setting('archive_command') AS command, current_setting('archive_library') AS library`,
  );
  const { command, library } = rows[0]!;
  const isOurs = ['', '(disabled)'].includes(command) || command.includes(`--stanza=${stanza} archive-push`);
  if (library === '' && isOurs) return;
  throw new ConfigError(
    'Another tool archives the write-ahead log of this server (archive_command or archive_library): turn it off first.',
  );
}

/** @returns false if it takes effect only after a restart */
async function turnOnArchiving(client: pg.Client, command: string): Promise<boolean> {
  const { rows } = await client.query<{ level: string; timeout: number }>(
    `SELECT current_setting('wal_level') AS level,
       extract(epoch FROM current_setting('archive_timeout')::interval)::int AS timeout`,
  );
  const { level, timeout } = rows[0]!;
  const changes: [name: string, value: string][] = [
    ['archive_mode', 'on'],
    ['archive_command', command],
    // A restore to a minute needs each minute in the archive.
    ...(timeout === 0 || timeout > 60 ? ([['archive_timeout', '60']] as [string, string][]) : []),
    ...(level === 'minimal' ? ([['wal_level', 'replica']] as [string, string][]) : []),
  ];
  for (const [name, value] of changes) await client.query(`ALTER SYSTEM SET ${name} = ${client.escapeLiteral(value)}`);
  await client.query('SELECT pg_reload_conf()');
  const { rows: active } = await client.query<{ on: boolean }>(
    `SELECT current_setting('archive_mode') <> 'off' AND current_setting('wal_level') <> 'minimal' AS on`,
  );
  return active[0]!.on;
}

const inGigabytes = (bytes: number) => `${(bytes / 1e9).toFixed(2)} GB`;
