import { ConfigError } from '@upstander/platform';
import { rmSync, statfsSync } from 'node:fs';
import { UsageError, type Command } from '../command.js';
import { differences } from '../backup/manifest.js';
import { recordRun } from '../backup/run-record.js';
import { findServer } from './archived-server.js';
import { backupsIn, runPgbackrest, withTemporaryConfig } from './pgbackrest.js';
import { withRecovered, type Connect } from './private-server.js';
import { contentsOf, readAtOnePosition, type Contents, type DatabaseContents } from './quiet-moment.js';
import { repositoryLines } from './repository.js';
import { emptyDataFolder } from './restore-to-time.js';

export const command: Command = {
  usage: '--from PLACE --scratch DIR [--env-file FILE]',
  help: `
Proves that the archive of “upstander backup --continuous” can be restored: reads all tables of the running databases at one moment,
restores the archive up to that moment into the empty folder --scratch, starts the copy on a private socket, and compares the
number of rows in every table, and the rows of the ledger and the access log. Deletes the copy and records the result
(RESTORE_DRILL_DAYS). Run it on the machine of PostgreSQL, as its user. It needs ARCHIVE_PASSPHRASE, pgbackrest, and space for a
copy of the databases.`,
  options: { from: { type: 'string' }, scratch: { type: 'string' } },

  async run(given) {
    const { from, scratch } = given.options as { from?: string; scratch?: string };
    if (!from) throw new UsageError('--from PLACE is missing.');
    if (!scratch) throw new UsageError('--scratch DIR is missing.');
    const repository = repositoryLines(from, given.environment);
    const server = await findServer(given.environment);
    const data = emptyDataFolder(scratch);
    const startedAt = Date.now();
    const clear = () => rmSync(data, { recursive: true, force: true });
    await withTemporaryConfig(repository, server.lines, clear, async (config, folder) => {
      const newest = (await backupsIn(config)).at(-1);
      if (!newest) throw new ConfigError(`There is no backup in ${from}: run “upstander backup --continuous” first.`);
      refuseTooSmall(data, newest.size);
      const { position, contents } = await readAtOnePosition(server);
      // Waits until the log up to this moment is in the archive.
      await runPgbackrest(config, 'check');
      const target = ['--type=lsn', `--target=${position}`, '--target-exclusive', '--target-action=promote'];
      await runPgbackrest(config, 'restore', `--pg1-path=${data}`, ...target, '--archive-mode=off');
      const compare = async (connect: Connect) => {
        for (const [name, expected] of Object.entries(contents))
          refuseDifferent(name, expected, await connect(contentsOf, name));
      };
      await withRecovered(data, folder, given, compare, ['fsync=off']);
      clear();
      await server.connect((client) => recordRun(client, 'restore-drill', { startedAt, bytes: newest.size }));
      given.print(describe(contents));
    });
  },
};

function refuseTooSmall(folder: string, size: number): void {
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize > 1.1 * size) return;
  throw new ConfigError(
    `${folder} has no space for a copy: ${(size / 1e9).toFixed(1)} GB are needed, and ${((bavail * bsize) / 1e9).toFixed(1)} GB are free.`,
  );
}

function refuseDifferent(database: string, expected: DatabaseContents, actual: DatabaseContents): void {
  const changed = Object.keys(expected.digests).filter((name) => expected.digests[name] !== actual.digests[name]);
  const wrong = [...differences(expected.rows, actual.rows), ...changed.map((name) => `${name} (other rows)`)];
  if (wrong.length > 0)
    throw new ConfigError(`The restored copy of ${database} differs from the database: ${wrong.join(', ')}.`);
}

function describe(contents: Contents): string {
  const databases = Object.values(contents);
  const counts = databases.flatMap(({ rows }) => Object.values(rows));
  const compared = databases.reduce((sum, { digests }) => sum + Object.keys(digests).length, 0);
  const rows = counts.reduce((sum, n) => sum + n, 0);
  return `The restored copy is the same: ${rows} rows in ${counts.length} tables, of which ${compared} were compared row by row.`;
}
