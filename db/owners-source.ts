import { BoundedClient, SnakeNaming } from '@upstander/platform';
import { DataSource } from 'typeorm';
import { migrations } from './migrations/index.js';
import { keyMigrations, sealedMigrations } from './sealed-migrations/index.js';
import type { Zone } from './sql-source.js';

/** Sets the schema for unqualified names, whatever is configured for the database or the role. */
export const pathOf = (schema: string) => `-c search_path=${schema}`;

export const migrationsOf = { app: migrations, sealed: sealedMigrations, keys: keyMigrations };

/** Entities are needed only to compare them with the tables. */
export function ownersSource(url: string, zone: Zone, entities: Array<new () => object> = []): DataSource {
  const schema = zone === 'sealed' ? 'sealed' : 'public';
  return new DataSource({
    type: 'postgres',
    url,
    poolSize: 2,
    // Statements may take any time, but an unreachable database fails after ten seconds.
    connectTimeoutMS: 10_000,
    installExtensions: false,
    migrations: migrationsOf[zone],
    entities,
    namingStrategy: new SnakeNaming(),
    schema,
    extra: { options: pathOf(schema), Client: BoundedClient },
  });
}
