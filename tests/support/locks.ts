import type { TestApp } from './app.js';

/**
 * Makes a race certain: runs `sql` in a transaction, starts the racers, and commits once so many of them wait for a
 * lock in the database. Resolves with the answers of all; `meanwhile` happens while they wait.
 */
export async function raceBehind<T>(
  app: TestApp,
  held: { sql: string; params: unknown[]; waiting: number },
  start: () => Promise<T>[],
  meanwhile?: () => Promise<unknown>,
): Promise<T[]> {
  let racers: Promise<T>[] = [];
  await app.db.transaction(async (tx) => {
    await tx.query(held.sql, held.params);
    racers = start();
    let finished = false;
    void Promise.allSettled(racers).then(() => (finished = true));
    // A racer that needs no lock finishes: that is what the test is there to see, so it must not wait for ever.
    while (!finished && (await lockWaits(app)) < held.waiting);
    await meanwhile?.();
  });
  return Promise.all(racers);
}

/** Counts the processes that wait for a lock in this database. PostgreSQL shows the waits of other roles in pg_locks alone. */
export const lockWaitCount = `SELECT count(DISTINCT l.pid)::int AS n FROM pg_locks l JOIN pg_stat_activity a USING (pid)
  WHERE a.datname = current_database() AND NOT l.granted`;

/** How many statements wait for a lock in this database. */
export async function lockWaits(app: Pick<TestApp, 'db'>): Promise<number> {
  const [row] = await app.db.query<{ n: number }>(lockWaitCount);
  return row?.n ?? 0;
}
