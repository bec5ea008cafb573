import type { Database } from '@upstander/platform';
import { migrations } from './migrations/index.js';

/** The migrations that the program knows and the database has not run; empty when they fit together. */
export async function pendingMigrations(db: Database): Promise<string[]> {
  // Not there, or not ours to read before the migrations have said what the programs may do.
  const [table] = await db.query<{ readable: boolean | null }>(
    `SELECT has_table_privilege(to_regclass('public.migrations'), 'SELECT') AS readable`,
  );
  const done = table?.readable ? await db.query<{ name: string }>('SELECT name FROM public.migrations') : [];
  const names = new Set(done.map(({ name }) => name));
  return migrations.map(({ name }) => name).filter((name) => !names.has(name));
}
