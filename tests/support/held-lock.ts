import pg from 'pg';

/**
 * Lets many statements meet at one locked row: holds the shift's row, starts them all on connections of their own, waits
 * until every one of them stands before the lock, and lets go. A race that happens every time.
 */
export async function allAtOnce<T>(
  databaseUrl: string,
  shiftId: string,
  statements: ReadonlyArray<{ sql: string; values: unknown[] }>,
): Promise<Array<PromiseSettledResult<T[]>>> {
  const holder = new pg.Client({ connectionString: databaseUrl });
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: statements.length,
    application_name: `race ${shiftId}`,
  });
  await holder.connect();
  try {
    await holder.query('BEGIN');
    await holder.query('SELECT FROM events.shift WHERE id = $1 FOR NO KEY UPDATE', [shiftId]);
    const started = statements.map(({ sql, values }) => pool.query(sql, values).then(({ rows }) => rows as T[]));
    const ended = Promise.allSettled(started);
    const waiting = `SELECT count(*)::int AS n FROM pg_stat_activity
      WHERE application_name = $1 AND wait_event_type = 'Lock'`;
    for (let n = 0; n < statements.length;) {
      // Statements of the holder see no news of the others' waiting while their statistics snapshot is kept.
      await holder.query('SELECT pg_stat_clear_snapshot()');
      n = (await holder.query<{ n: number }>(waiting, [`race ${shiftId}`])).rows[0]!.n;
    }
    await holder.query('COMMIT');
    return await ended;
  } finally {
    await holder.end();
    await pool.end();
  }
}
