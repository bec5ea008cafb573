import pg from 'pg';
import { lockWaitCount } from './locks.js';

export interface Statement {
  sql: string;
  values: unknown[];
}

/** The row of a shift, as whoever takes a place in it locks it. */
export function rowOfShift(shiftId: string): Statement {
  return { sql: 'SELECT FROM events.shift WHERE id = $1 FOR NO KEY UPDATE', values: [shiftId] };
}

/**
 * Lets many statements meet: takes a lock in a transaction of its own, starts them all on connections of their own, waits
 * until every one of them stands before a lock, and lets go. A race that happens every time.
 */
export async function meeting<T>(
  databaseUrl: string,
  lock: Statement,
  statements: readonly Statement[],
): Promise<Array<PromiseSettledResult<T[]>>> {
  const clients = await Promise.all(statements.map(() => connected(databaseUrl)));
  try {
    return await whileHeld(databaseUrl, lock, statements.length, () =>
      Promise.allSettled(
        statements.map(({ sql, values }, i) => clients[i]!.query(sql, values).then(({ rows }) => rows as T[])),
      ),
    );
  } finally {
    // Clients, no pool: one that has ended may still be saying goodbye when the database is dropped.
    await Promise.all(clients.map((client) => client.end()));
  }
}

/** Holds a lock while `work` starts, until so many statements of this database wait for one; then lets go. */
export async function whileHeld<T>(
  databaseUrl: string,
  lock: Statement,
  waiting: number,
  work: () => Promise<T>,
): Promise<T> {
  const holder = await connected(databaseUrl);
  try {
    await holder.query('BEGIN');
    await holder.query(lock.sql, lock.values);
    const working = work();
    for (let n = 0; n < waiting;) {
      // Without this, a transaction sees the same statistics for as long as it lives.
      await holder.query('SELECT pg_stat_clear_snapshot()');
      const { rows } = await holder.query<{ n: number }>(lockWaitCount);
      n = rows[0]!.n;
    }
    await holder.query('COMMIT');
    return await working;
  } finally {
    await holder.end();
  }
}

async function connected(databaseUrl: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  return client;
}
