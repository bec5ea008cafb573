import type { Tx } from '@upstander/platform';
import type { TestApp } from './app.js';

/**
 * Runs `work` without the services' locks: statements that only lock do nothing, and `racers` of them wait after the
 * first statement matching `reading`, so that all have read before any writes. Shows that the race fails without its
 * lock.
 */
export async function withoutRowLocks<T>(
  app: TestApp,
  { racers, reading }: { racers: number; reading: RegExp },
  work: () => Promise<T>,
): Promise<T> {
  const transaction = app.db.transaction.bind(app.db);
  let arrived = 0;
  let open: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  const unlocked = (tx: Tx): Tx =>
    new Proxy(tx, {
      get(target, name) {
        if (name !== 'query') return Reflect.get(target, name, target) as unknown;
        return async (sql: string, params?: readonly unknown[]) => {
          if (/^\s*(SELECT FROM .* FOR NO KEY UPDATE|LOCK TABLE .*)\s*$/s.test(sql)) return [];
          const rows = await target.query(sql, params);
          if (reading.test(sql) && arrived < racers) {
            arrived += 1;
            if (arrived === racers) open();
            await gate;
          }
          return rows;
        };
      },
    });
  app.db.transaction = (run) => transaction((tx) => run(unlocked(tx)));
  try {
    return await work();
  } finally {
    app.db.transaction = transaction;
  }
}
