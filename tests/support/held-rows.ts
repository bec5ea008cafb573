import pg from 'pg';

/**
 * Lets many statements meet: takes a lock in a transaction of its own, starts them all on connections of their own, waits
 * until every one of them stands before a lock, and lets go. A race that happens every time.
 */
export async function meeting<T>(
  databaseUrl: string,
  lock: { sql: string; values: unknown[] },
  statements: ReadonlyArray<{ sql: string; values: unknown[] }>,
): Promise<Array<PromiseSettledResult<T[]>>> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: statements.length });
  const holder = new pg.Client({ connectionString: databaseUrl });
  await holder.connect();
  try {
    await holder.query('BEGIN');
    await holder.query(lock.sql, lock.values);
    const working = Promise.allSettled(
      statements.map(({ sql, values }) => pool.query(sql, values).then(({ rows }) => rows as T[])),
    );
    for (let waiting = 0; waiting < statements.length;) {
      // Without this, a transaction sees the same statistics for as long as it lives.
      await holder.query('SELECT pg_stat_clear_snapshot()');
      const { rows } = await holder.query<{ n: number }>(
        `SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      );
      waiting = rows[0]!.n;
    }
    await holder.query('COMMIT');
    return await working;
  } finally {
    await holder.end();
    await pool.end();
  }
}
