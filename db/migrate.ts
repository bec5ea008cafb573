import { migrateQueue } from '@upstander/platform';
import { DataSource } from 'typeorm';
import { migrations } from './migrations/index.js';

/** Brings a database up to date: our own tables, then those of the job queue. Returns the names of what was run. */
export async function migrate(databaseUrl: string): Promise<string[]> {
  const source = new DataSource({
    type: 'postgres',
    url: databaseUrl,
    poolSize: 2,
    installExtensions: false,
    migrations,
  });
  await source.initialize();
  try {
    const run = await source.runMigrations({ transaction: 'each' });
    await migrateQueue(databaseUrl);
    return run.map((migration) => migration.name);
  } finally {
    await source.destroy();
  }
}
