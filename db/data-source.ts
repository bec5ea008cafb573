import '@upstander/accounting';
import '@upstander/campaigns';
import '@upstander/donations';
import '@upstander/events';
import '@upstander/identity';
import '@upstander/integrations';
import '@upstander/learning';
import '@upstander/notifications';
import '@upstander/opportunities';
import '@upstander/outreach';
import '@upstander/payments';
import '@upstander/volunteers';
import { boundedWaits, SnakeNaming, tableOf, type Config } from '@upstander/platform';
import { getMetadataArgsStorage, type DataSourceOptions } from 'typeorm';

/** Every class with `@Entity` of the libraries above, by table name, so that the order doesn't depend on their imports. */
export const entities = getMetadataArgsStorage()
  .tables.map(({ target }) => target as new () => object)
  .sort((a, b) => (fullName(a) < fullName(b) ? -1 : 1));

type Settings = Pick<Config, 'DATABASE_URL' | 'DATABASE_POOL'> & Parameters<typeof boundedWaits>[0];

/** Only migrations change the schema (db/migrate-to-latest.ts); `synchronize` is never used. */
export function dataSourceOptions(config: Settings): DataSourceOptions {
  return {
    type: 'postgres',
    url: config.DATABASE_URL,
    poolSize: config.DATABASE_POOL,
    applicationName: 'upstander',
    extra: boundedWaits(config),
    entities,
    namingStrategy: new SnakeNaming(),
    // A migration creates the extensions. Checking for them at each start would cost a round trip.
    installExtensions: false,
  };
}

function fullName(entity: new () => object): string {
  const { schema, name } = tableOf(entity);
  return `${schema}.${name}`;
}
