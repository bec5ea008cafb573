import type pg from 'pg';

export type RunKind = 'dump' | 'continuous' | 'restore-drill';

/** The Health screen and the alerts read it (BACKUP_HOURS, RESTORE_DRILL_DAYS). The time is the server's, which programs compare with. */
export async function recordRun(
  client: pg.Client,
  kind: RunKind,
  { startedAt, bytes }: { startedAt: number; bytes: number },
): Promise<void> {
  const { rows } = await client.query<{ exists: boolean }>(
    `SELECT EXISTS (SELECT FROM information_schema.columns
       WHERE table_schema = 'platform' AND table_name = 'backup_run' AND column_name = 'kind') AS exists`,
  );
  // The key database, or a database of an older release before its upgrade.
  if (!rows[0]!.exists) return;
  await client.query(
    'INSERT INTO platform.backup_run (finished_at, kind, seconds, bytes) VALUES (clock_timestamp(), $1, $2, $3)',
    [kind, Math.round((Date.now() - startedAt) / 1000), bytes],
  );
}
