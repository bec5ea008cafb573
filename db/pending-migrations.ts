import type { Database } from '@upstander/platform';
import { migrations } from './migrations/index.js';

/** The migrations that the program knows and the database has not run; empty when they fit together. */
export async function pendingMigrations(db: Database): Promise<string[]> {
  const [table] = await db.query<{ there: boolean }>(`SELECT to_regclass('migrations') IS NOT NULL AS there`);
  const done = table?.there ? await db.query<{ name: string }>('SELECT name FROM migrations') : [];
  const names = new Set(done.map(({ name }) => name));
  return migrations.map(({ name }) => name).filter((name) => !names.has(name));
}
