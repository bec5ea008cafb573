import { ConfigError } from '@upstander/platform';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { UsageError, type ParsedArguments } from '../command.js';
import { refuseRoot } from './archived-server.js';
import { backupsIn, runPgbackrest, withTemporaryConfig } from './pgbackrest.js';
import { withRecovered } from './private-server.js';
import { repositoryLines } from './repository.js';

/** Settings that pgBackRest writes for the recovery, which mean nothing afterward. */
const recoverySettings = ['restore_command', 'recovery_target_time', 'recovery_target_action'];

/** Restores an archive into an empty folder, up to a time. */
export async function restoreToTime(given: ParsedArguments, place: string): Promise<void> {
  const { 'to-time': to, into } = given.options as { 'to-time': string; into?: string };
  if (!into) throw new UsageError('--into DIR is missing: the data folder of PostgreSQL to create.');
  const time = to === 'latest' ? undefined : timeOf(to);
  const repository = repositoryLines(place, given.environment);
  refuseRoot();
  const data = emptyDataFolder(into);
  // A half-restored folder would look like a usable one.
  const clear = () => emptyFolder(data);
  const last = await withTemporaryConfig(repository, [`pg1-path=${data}`], clear, async (config, folder) => {
    await refuseOutside(config, place, time);
    await runPgbackrest(config, 'restore', ...targetArguments(time), '--archive-mode=off');
    return withRecovered(data, folder, given, (connect) =>
      connect(async (client) => {
        for (const name of recoverySettings) await client.query(`ALTER SYSTEM RESET ${name}`);
        const { rows } = await client.query<{ last: Date | null }>('SELECT pg_last_xact_replay_timestamp() AS last');
        return rows[0]!.last;
      }),
    );
  });
  given.print(
    `${data} is restored to ${time ? time.toISOString() : 'the end of the archive'}. ${
      last ? `The last change in it is of ${last.toISOString()}.` : 'Nothing had changed since the backup.'
    }`,
  );
  given.print('Next steps:');
  given.print('1. Start PostgreSQL on this folder, and run upstander doctor with the settings of the programs.');
  given.print('2. Start the worker and the api. The worker finds gifts since that time in the list of Stripe.');
  given.print('3. Archiving is off in this copy: run “upstander backup --continuous” again.');
}

/** @throws UsageError without a time zone, because an operator's zone differs from the server's */
export function timeOf(text: string): Date {
  const time = new Date(text);
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?(?:Z|[+-]\d\d:\d\d)$/.test(text) || isNaN(time.valueOf()))
    throw new UsageError(
      '--to-time must be “latest” or a time with its offset, for example 2026-12-01T09:30:00-05:00.',
    );
  if (time.valueOf() > Date.now()) throw new UsageError('--to-time is in the future.');
  return time;
}

function targetArguments(time: Date | undefined): string[] {
  if (!time) return ['--type=default'];
  const target = time.toISOString().replace('T', ' ').replace('Z', '+00');
  return ['--type=time', `--target=${target}`, '--target-action=promote'];
}

/** @throws ConfigError if the folder has files, also those of a running server */
export function emptyDataFolder(into: string): string {
  const data = resolve(into);
  if (existsSync(join(data, 'postmaster.pid')))
    throw new ConfigError(`Nothing was restored, because a PostgreSQL server uses ${data}.`);
  if (existsSync(data) && readdirSync(data).length > 0)
    throw new ConfigError(`Nothing was restored, because ${data} is not empty. Move its files elsewhere first.`);
  mkdirSync(data, { recursive: true, mode: 0o700 });
  return data;
}

function emptyFolder(folder: string): void {
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true, force: true });
}

async function refuseOutside(config: string, place: string, time: Date | undefined): Promise<void> {
  const [oldest] = await backupsIn(config);
  if (!oldest) throw new ConfigError(`There is no backup in ${place}: run “upstander backup --continuous” first.`);
  if (time && time < oldest.restoresSince)
    throw new ConfigError(`The archive begins at ${oldest.restoresSince.toISOString()}: choose a later time.`);
}
