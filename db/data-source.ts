import { eventsEntities } from '@upstander/events';
import { fundraisingEntities } from '@upstander/fundraising';
import { identityEntities } from '@upstander/identity';
import { learningEntities } from '@upstander/learning';
import { notificationsEntities } from '@upstander/notifications';
import { opportunitiesEntities } from '@upstander/opportunities';
import { outreachEntities } from '@upstander/outreach';
import { volunteersEntities } from '@upstander/volunteers';
import { boundedWaits, SnakeNaming, type Config } from '@upstander/platform';
import type { DataSourceOptions } from 'typeorm';

/** Every table there is, as its library describes it. */
export const entities = [
  ...identityEntities,
  ...notificationsEntities,
  ...volunteersEntities,
  ...learningEntities,
  ...eventsEntities,
  ...fundraisingEntities,
  ...opportunitiesEntities,
  ...outreachEntities,
];

type Settings = Pick<Config, 'DATABASE_URL' | 'DATABASE_POOL'> & Parameters<typeof boundedWaits>[0];

/** How programs reach the database. Migrations are the only schema (db/migrate.ts): nothing is ever synchronized. */
export function dataSourceOptions(config: Settings): DataSourceOptions {
  return {
    type: 'postgres',
    url: config.DATABASE_URL,
    poolSize: config.DATABASE_POOL,
    applicationName: 'upstander',
    extra: boundedWaits(config),
    entities,
    namingStrategy: new SnakeNaming(),
    // The extensions are made by a migration; looking for them at every start is a round trip for nothing.
    installExtensions: false,
  };
}
