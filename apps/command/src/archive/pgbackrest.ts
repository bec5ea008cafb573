import { ConfigError } from '@upstander/platform';
import { chmodSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { clearOnFailure } from '../clear-on-failure.js';
import { spawnTool, waitForEnd } from '../backup/postgres-tools.js';

export const stanza = 'upstander';

/** Its message may have bytes of the encrypted file. */
const unreadable = 99;

const info = z.array(
  z.object({
    status: z.object({ code: z.number().refine((code) => code !== unreadable) }),
    backup: z.array(
      z.object({
        label: z.string(),
        timestamp: z.object({ stop: z.number() }),
        info: z.object({ size: z.number(), repository: z.object({ delta: z.number() }) }),
      }),
    ),
  }),
);

export interface ArchivedBackup {
  readonly label: string;
  /** First time that it can be restored to: pgBackRest requires a later second than that of its end. */
  readonly restoresSince: Date;
  /** Size of the restored files. */
  readonly size: number;
  /** Compressed size in the archive. */
  readonly storedBytes: number;
}

/** @throws ConfigError with the first error message of pgBackRest */
export async function runPgbackrest(config: string, command: string, ...args: string[]): Promise<string> {
  const options = [`--config=${config}`, `--stanza=${stanza}`, '--log-level-stderr=error', '--no-log-timestamp'];
  const child = spawnTool('pgbackrest', [...options, ...args, command], { PATH: '/usr/bin:/bin', LC_ALL: 'C' });
  child.stdin.end();
  const [output] = await Promise.all([text(child.stdout), waitForEnd(child)]).catch((error: Error) => {
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw isMissing ? new ConfigError('pgbackrest is not installed: install the package pgbackrest.') : error;
  });
  return output;
}

/**
 * Returns the backups, oldest first.
 * @throws ConfigError if the passphrase doesn't open the archive
 */
export async function backupsIn(config: string): Promise<ArchivedBackup[]> {
  const output = await runPgbackrest(config, 'info', '--output=json');
  const [found] = parseInfo(output);
  return (found?.backup ?? []).map(({ label, timestamp, info: { size, repository } }) => ({
    label,
    restoresSince: new Date((timestamp.stop + 1) * 1000),
    size,
    storedBytes: repository.delta,
  }));
}

function parseInfo(output: string): z.output<typeof info> {
  try {
    return info.parse(JSON.parse(output));
  } catch {
    throw new ConfigError('The archive cannot be read: is ARCHIVE_PASSPHRASE the one that it was made with?');
  }
}

/** Only the user of PostgreSQL can read the file, because it contains the passphrase. */
export function writeConfig(file: string, repository: readonly string[], server: readonly string[]): void {
  const folder = join(dirname(file), 'upstander-archive');
  const lines = [
    '# Written by “upstander backup --continuous”, which overwrites changes. archive_command of PostgreSQL reads it.',
    '[global]',
    ...repository,
    'repo1-bundle=y',
    'compress-type=zst',
    `process-max=${Math.max(1, Math.floor(availableParallelism() / 2))}`,
    'start-fast=y',
    'log-level-console=off',
    'log-level-file=off',
    // The defaults belong to the user of the package, and a unit with a private /tmp has other locks.
    `lock-path=${folder}/lock`,
    `spool-path=${folder}/spool`,
    `[${stanza}]`,
    ...server,
  ];
  const next = `${file}.new`;
  rmSync(next, { force: true });
  writeFileSync(next, `${lines.join('\n')}\n`, { mode: 0o600 });
  chmodSync(next, 0o600);
  renameSync(next, file);
}

/**
 * Runs the work with a configuration and a private folder that are deleted afterward.
 * @param clear removes what a failed or ended run leaves
 */
export async function withTemporaryConfig<T>(
  repository: readonly string[],
  server: readonly string[],
  clear: () => void,
  work: (config: string, folder: string) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'upstander-'));
  const removeFolder = () => rmSync(folder, { recursive: true, force: true });
  const clearAll = () => {
    removeFolder();
    clear();
  };
  return clearOnFailure(clearAll, async () => {
    const config = join(folder, 'pgbackrest.conf');
    writeConfig(config, repository, server);
    const result = await work(config, folder);
    removeFolder();
    return result;
  });
}
