import { ConfigError } from '@upstander/platform';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type pg from 'pg';
import type { ParsedArguments } from '../command.js';
import { serverTool } from '../backup/postgres-tools.js';
import { connected, superuserOf } from './archived-server.js';

/** SQLSTATE `cannot_connect_now`, until recovery has ended. */
const recovering = '57P03';
const attemptMs = 200;

export type Connect = <T>(work: (client: pg.Client) => Promise<T>, database?: string) => Promise<T>;

/**
 * Recovers restored files, lets the work read the copy on a socket in a private folder, and stops it. The settings of the
 * original server don't apply, because Debian keeps them outside the data.
 * @param flags more settings of PostgreSQL
 * @throws ConfigError if the archive ends before the target
 */
export async function withRecovered<T>(
  data: string,
  folder: string,
  { environment }: Pick<ParsedArguments, 'environment'>,
  work: (connect: Connect) => Promise<T>,
  flags: readonly string[] = [],
): Promise<T> {
  const major = Number(readFileSync(join(data, 'PG_VERSION'), 'utf8'));
  const { path } = await serverTool(major, environment);
  const fileOf = (name: string) => join(folder, name);
  // Only the user of PostgreSQL can open the folder.
  const files = { config_file: '', hba_file: 'local all all trust\n', ident_file: '' };
  for (const [name, text] of Object.entries(files)) writeFileSync(fileOf(name), text);
  const settings = [
    ...Object.keys(files).map((name) => `${name}=${fileOf(name)}`),
    `unix_socket_directories=${folder}`,
    'port=5432',
    'listen_addresses=',
    // A copy must never write to the archive.
    'archive_mode=off',
    // With it, settings of the original server such as max_connections would be required.
    'hot_standby=off',
    'shared_preload_libraries=',
    'ssl=off',
    'logging_collector=off',
    'log_destination=stderr',
    'log_timezone=UTC',
    'lc_messages=C',
    ...flags,
  ];
  const log = openSync(fileOf('log'), 'a');
  const env = { PATH: '/usr/bin:/bin', LC_ALL: 'C' };
  const server = spawn(path, ['-D', data, ...settings.flatMap((setting) => ['-c', setting])], {
    env,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  const ended = once(server, 'close');
  const kill = () => server.kill('SIGQUIT');
  process.once('exit', kill);
  const connect: Connect = (read, database = 'postgres') =>
    connected({ host: folder, port: 5432, user: superuserOf(environment), database }, read);
  try {
    while (!(await isRecovered(connect))) {
      if (server.exitCode !== null) throw new ConfigError(describeFailure(readFileSync(fileOf('log'), 'utf8')));
      await wait(attemptMs);
    }
    return await work(connect);
  } finally {
    server.kill('SIGINT');
    await ended;
    process.off('exit', kill);
  }
}

async function isRecovered(connect: Connect): Promise<boolean> {
  return connect(() => Promise.resolve(true)).catch((error: NodeJS.ErrnoException) => {
    // The socket appears after the start, and disappears if PostgreSQL gives up.
    if ([recovering, 'ENOENT', 'ECONNREFUSED'].includes(error.code ?? '')) return false;
    throw error;
  });
}

function describeFailure(log: string): string {
  if (log.includes('recovery ended before configured recovery target was reached')) {
    const last = [...log.matchAll(/last completed transaction was at log time (.+)/g)].at(-1)?.[1];
    return `The archive has no change after this time${last ? `: the last one is of ${new Date(last).toISOString()}` : ''}. To restore all of it, use “--to-time latest”.`;
  }
  const [, fatal] = /(?:FATAL|PANIC): {2}(.+)/.exec(log) ?? [];
  return `The restored copy does not start: ${fatal ?? 'its log is empty'}.`;
}
