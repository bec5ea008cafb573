import pg from 'pg';
import { lockWaitCount } from './locks.js';

export interface Statement {
  sql: string;
  values: unknown[];
}

/** Returns the statement that locks a shift's row, as for a sign-up. */
export function rowOfShift(shiftId: string): Statement {
  return { sql: 'SELECT FROM events.shift WHERE id = $1 FOR NO KEY UPDATE', values: [shiftId] };
}

/**
 * Forces a race: takes a lock, starts all statements on separate connections, waits until each waits for a lock, and
 * releases it.
 */
export async function raceAtLock<T>(
  databaseUrl: string,
  lock: Statement,
  statements: readonly Statement[],
): Promise<Array<PromiseSettledResult<T[]>>> {
  const clients = await Promise.all(statements.map(() => connect(databaseUrl)));
  try {
    return await withLockHeld(databaseUrl, lock, statements.length, () =>
      Promise.allSettled(
        statements.map(({ sql, values }, i) => clients[i]!.query(sql, values).then(({ rows }) => rows as T[])),
      ),
    );
  } finally {
    // Clients instead of a pool, which may still be closing connections when the database is dropped.
    await Promise.all(clients.map((client) => client.end()));
  }
}

/**
 * Holds a lock while `work` starts, until this many statements wait for one, then releases it.
 * @throws Error if `work` ends without waiting, because it takes no such lock
 */
export async function withLockHeld<T>(
  databaseUrl: string,
  lock: Statement,
  waiting: number,
  work: () => Promise<T>,
): Promise<T> {
  const holder = await connect(databaseUrl);
  try {
    await holder.query('BEGIN');
    await holder.query(lock.sql, lock.values);
    const running = work();
    let hasEnded = false;
    void running.finally(() => (hasEnded = true)).catch(() => undefined);
    for (let n = 0; n < waiting;) {
      if (hasEnded) throw new Error('No statement waited for the lock.');
      // Within a transaction, statistics are otherwise cached.
      await holder.query('SELECT pg_stat_clear_snapshot()');
      const { rows } = await holder.query<{ n: number }>(lockWaitCount);
      n = rows[0]!.n;
    }
    await holder.query('COMMIT');
    return await running;
  } finally {
    await holder.end();
  }
}

async function connect(databaseUrl: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  return client;
}
