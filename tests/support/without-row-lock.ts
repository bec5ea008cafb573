import type { Tx } from '@upstander/platform';
import type { TestApp } from './app.js';

/**
 * Runs `work` without the services' locks: statements that only lock do nothing, and `racers` of them wait after the
 * first statement matching `lockQuery`, so that all have read before any writes. Shows that the race fails without its
 * lock.
 */
export async function withoutRowLocks<T>(
  app: TestApp,
  { racers, lockQuery }: { racers: number; lockQuery: RegExp },
  work: () => Promise<T>,
): Promise<T> {
  const transaction = app.db.transaction.bind(app.db);
  let arrivedCount = 0;
  let openGate: () => void = () => undefined;
  const allArrived = new Promise<void>((resolve) => {
    openGate = resolve;
  });
  const withoutLockClauses = (tx: Tx): Tx =>
    new Proxy(tx, {
      get(target, name) {
        if (name !== 'query') return Reflect.get(target, name, target) as unknown;
        return async (sql: string, params?: readonly unknown[]) => {
          if (/^\s*(SELECT FROM .* FOR NO KEY UPDATE|LOCK TABLE .*)\s*$/s.test(sql)) return [];
          const rows = await target.query(sql, params);
          if (lockQuery.test(sql) && arrivedCount < racers) {
            arrivedCount += 1;
            if (arrivedCount === racers) openGate();
            await allArrived;
          }
          return rows;
        };
      },
    });
  app.db.transaction = (run) => transaction((tx) => run(withoutLockClauses(tx)));
  try {
    return await work();
  } finally {
    app.db.transaction = transaction;
  }
}
