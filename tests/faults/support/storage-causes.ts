import { closeSync, ftruncateSync, openSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { eventually } from '../../support/eventually.js';
import type { AlertCause } from './alert-cause.js';
import type { MonitoredPrograms } from './monitored-programs.js';

/** Size of the database a day ago, as Prometheus remembers it. More than 10 GB is a fifth more. */
export const bytesYesterday = 9e9;
const bytesToday = 12e9;

/** Causes of alerts about the storage of PostgreSQL. */
export const storageCauses: readonly AlertCause[] = [
  {
    alert: 'UpstanderArchiveStands',
    fault: 'the archive command fails, and has for 20 minutes',
    inflict: async (programs) => {
      await archiveWith(programs, 'false');
      await eventually(async () => (await archiver(programs)).failed);
      // PostgreSQL itself records these times.
      await moveArchiverBack(programs, '20 minutes');
      return async () => {
        await archiveWith(programs, 'true');
        await eventually(async () => !(await archiver(programs)).failed, 90);
        await moveArchiverBack(programs, '0');
      };
    },
  },
  {
    alert: 'UpstanderDatabaseGrows',
    fault: 'the database has 12 GB, and had 9 GB yesterday',
    inflict: async (programs) => {
      const [row] = await programs.sql<{ folder: string }>(
        `SELECT current_setting('data_directory') || '/base/' || oid AS folder FROM pg_database WHERE datname = current_database()`,
      );
      const file = join(row!.folder, 'drill');
      // It takes no space, but PostgreSQL counts its length.
      const handle = openSync(file, 'w');
      ftruncateSync(handle, bytesToday);
      closeSync(handle);
      return () => rmSync(file);
    },
  },
];

async function archiveWith(programs: MonitoredPrograms, command: string): Promise<void> {
  await programs.sql(`ALTER SYSTEM SET archive_command = '${command}'`);
  await programs.sql('SELECT pg_reload_conf()');
  // Gives it a segment to archive.
  await programs.sql(`SELECT pg_logical_emit_message(false, 'drill', 'x')`);
  await programs.sql('SELECT pg_switch_wal()');
}

async function archiver(programs: MonitoredPrograms): Promise<{ failed: boolean }> {
  const [row] = await programs.sql<{ failed: boolean }>(
    `SELECT coalesce(last_failed_time > coalesce(last_archived_time, '-infinity'), false) AS failed FROM pg_stat_archiver`,
  );
  return row!;
}

async function moveArchiverBack(programs: MonitoredPrograms, age: string): Promise<void> {
  const earlier = (column: string) => `${column} - interval '${age}' AS ${column}`;
  await programs.sql(
    `SET allow_system_table_mods = on;
     CREATE OR REPLACE VIEW pg_catalog.pg_stat_archiver AS
       SELECT archived_count, last_archived_wal, ${earlier('last_archived_time')}, failed_count, last_failed_wal,
         ${earlier('last_failed_time')}, ${earlier('stats_reset')} FROM pg_stat_get_archiver();
     RESET allow_system_table_mods`,
  );
}
