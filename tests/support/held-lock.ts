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
  const pool = new pg.Pool({ connectionString: databaseUrl, max: statements.length });
  try {
    return await whileHeld(databaseUrl, shiftId, statements.length, () =>
      Promise.allSettled(statements.map(({ sql, values }) => pool.query(sql, values).then(({ rows }) => rows as T[]))),
    );
  } finally {
    await pool.end();
  }
}

/** Holds a shift's row while `work` starts, until so many statements of this database wait for a lock; then lets go. */
export async function whileHeld<T>(
  databaseUrl: string,
  shiftId: string,
  waiting: number,
  work: () => Promise<T>,
): Promise<T> {
  const holder = new pg.Client({ connectionString: databaseUrl });
  await holder.connect();
  try {
    await holder.query('BEGIN');
    await holder.query('SELECT FROM events.shift WHERE id = $1 FOR NO KEY UPDATE', [shiftId]);
    const working = work();
    for (let n = 0; n < waiting;) {
      // Without this, a transaction sees the same statistics for as long as it lives.
      await holder.query('SELECT pg_stat_clear_snapshot()');
      const { rows } = await holder.query<{ n: number }>(
        `SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      );
      n = rows[0]!.n;
    }
    await holder.query('COMMIT');
    return await working;
  } finally {
    await holder.end();
  }
}
