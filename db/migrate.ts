import { migrateQueue } from '@upstander/platform';
import { DataSource, type MigrationInterface } from 'typeorm';
import { keyMigrations, sealedMigrations } from './sealed-migrations/index.js';
import { migrations } from './migrations/index.js';

/** Where the sealed zone is; without it nobody can apply or ask for a consultation. */
export interface SealedAddresses {
  databaseUrl: string;
  keysUrl: string;
}

/**
 * Brings a database up to date: our own tables, then those of the job queue, then, by its own role, the sealed zone and
 * the database of its keys. Returns the names of what was run.
 */
export async function migrate(databaseUrl: string, sealed?: SealedAddresses): Promise<string[]> {
  const run = await bring(databaseUrl, migrations);
  await migrateQueue(databaseUrl);
  if (!sealed) return run;
  return [
    ...run,
    ...(await bring(sealed.databaseUrl, sealedMigrations, 'sealed')),
    ...(await migrateKeys(sealed.keysUrl)),
  ];
}

/** Brings the database of the keys up to date, and answers the names of what was run. */
export function migrateKeys(keysUrl: string): Promise<string[]> {
  return bring(keysUrl, keyMigrations);
}

type Migrations = ReadonlyArray<new () => MigrationInterface>;

async function bring(url: string, list: Migrations, schema?: string): Promise<string[]> {
  const source = new DataSource({
    type: 'postgres',
    url,
    poolSize: 2,
    // A statement may take as long as it must; a database that does not answer is told at once.
    connectTimeoutMS: 10_000,
    installExtensions: false,
    migrations: [...list],
    ...(schema && { schema }),
  });
  await source.initialize();
  try {
    const run = await source.runMigrations({ transaction: 'each' });
    return run.map((migration) => migration.name);
  } finally {
    await source.destroy();
  }
}
