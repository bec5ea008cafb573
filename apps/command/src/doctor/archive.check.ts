import { archiveLag } from '@upstander/platform';
import { entered } from './databases.check.js';
import { findingsFor, type Check, type Finding } from './finding.js';

interface ArchiveState {
  readonly isOn: boolean;
  readonly lag: number;
  readonly failures: number;
}

export const archive: Check = {
  about: 'archive',
  runCheck: ({ config }) =>
    entered(config.DATABASE_URL, async (client) => {
      const { rows } = await client.query<ArchiveState>(
        `SELECT current_setting('archive_mode') <> 'off' AS "isOn", ${archiveLag} AS lag,
           (SELECT failed_count FROM pg_stat_archiver)::int AS failures`,
        [new Date()],
      );
      return [judgeArchive(rows[0]!)];
    }),
};

const maxLag = 300;

export function judgeArchive({ isOn, lag, failures }: ArchiveState): Finding {
  const say = findingsFor('archive');
  if (!isOn) return say.ok('PostgreSQL does not archive its log, so a restore goes back to the last backup.');
  if (lag <= maxLag) return say.ok('PostgreSQL archives its log, so a restore can go back to any minute.');
  return say.wrong(
    `PostgreSQL last archived its log ${Math.round(lag / 60)} minutes ago, with ${failures} failures so far. Later changes would be lost with its disk.`,
    'Its own log has the error of archive_command. Check the space on the disk of the archive, or the bucket.',
  );
}
