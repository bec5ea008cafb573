import { migrateQueue } from '@upstander/platform';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from './data-source.js';

/** Brings a database up to date: our own tables, then those of the job queue. Returns the names of what was run. */
export async function migrate(databaseUrl: string): Promise<string[]> {
  const source = new DataSource(dataSourceOptions({ DATABASE_URL: databaseUrl, DATABASE_POOL: 2 }));
  await source.initialize();
  try {
    const run = await source.runMigrations();
    await migrateQueue(databaseUrl);
    return run.map((migration) => migration.name);
  } finally {
    await source.destroy();
  }
}
