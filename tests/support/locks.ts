import type { TestApp } from './app.js';

/**
 * Forces a race: runs `sql` in a transaction, starts the racers, and commits once this many of them wait for a lock.
 * Runs `runMeanwhile` while they wait.
 */
export async function raceBehindLock<T>(
  app: TestApp,
  lock: { sql: string; params: unknown[]; waiting: number },
  start: () => Promise<T>[],
  runMeanwhile?: () => Promise<unknown>,
): Promise<T[]> {
  let racers: Promise<T>[] = [];
  await app.db.transaction(async (tx) => {
    await tx.query(lock.sql, lock.params);
    racers = start();
    let finished = false;
    void Promise.allSettled(racers).then(() => (finished = true));
    // A racer that needs no lock finishes, which the test should show, so this must not wait for it.
    while (!finished && (await lockWaits(app)) < lock.waiting);
    await runMeanwhile?.();
  });
  return Promise.all(racers);
}

/**
 * Counts processes waiting for a lock in this database. Uses pg_locks, because PostgreSQL hides other roles' waits
 * elsewhere.
 */
export const lockWaitCount = `SELECT count(DISTINCT l.pid)::int AS n FROM pg_locks l JOIN pg_stat_activity a USING (pid)
  WHERE a.datname = current_database() AND NOT l.granted`;

export async function lockWaits(app: Pick<TestApp, 'db'>): Promise<number> {
  const [row] = await app.db.query<{ n: number }>(lockWaitCount);
  return row?.n ?? 0;
}
