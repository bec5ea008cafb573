import { accountingEntities } from '@upstander/accounting';
import { campaignsEntities } from '@upstander/campaigns';
import { donationsEntities } from '@upstander/donations';
import { eventsEntities } from '@upstander/events';
import { identityEntities } from '@upstander/identity';
import { integrationsEntities } from '@upstander/integrations';
import { learningEntities } from '@upstander/learning';
import { notificationsEntities } from '@upstander/notifications';
import { opportunitiesEntities } from '@upstander/opportunities';
import { outreachEntities } from '@upstander/outreach';
import { paymentsEntities } from '@upstander/payments';
import { volunteersEntities } from '@upstander/volunteers';
import { boundedWaits, SnakeNaming, type Config } from '@upstander/platform';
import type { DataSourceOptions } from 'typeorm';

export const entities = [
  ...identityEntities,
  ...notificationsEntities,
  ...volunteersEntities,
  ...learningEntities,
  ...eventsEntities,
  ...accountingEntities,
  ...paymentsEntities,
  ...donationsEntities,
  ...campaignsEntities,
  ...opportunitiesEntities,
  ...outreachEntities,
  ...integrationsEntities,
];

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
