import { Clock, type Config } from '@upstander/platform';
import { OrganizationKeys } from '../keys/organization-keys.js';
import { KeyRing } from '../keys/key-ring.js';
import { RecordKeys } from '../keys/record-keys.js';
import { SealedDatabase, type SealedSettings } from '../database/sealed-database.js';
import { AdvocateList } from './advocate-list.js';

export type { SealedSettings };

/**
 * Adds accounts to the sealed zone's list of advocates, for the command line and migrations.
 * Returns false if the settings define no sealed zone.
 */
export async function listAdvocates(settings: SealedSettings, accountIds: readonly string[]): Promise<boolean> {
  const database = SealedDatabase.forCommand(settings);
  try {
    const clock = new Clock(settings as Config);
    const keys = new RecordKeys(database, new KeyRing(settings as Config), clock);
    await new AdvocateList(settings as Config, database, new OrganizationKeys(keys), clock).add(accountIds);
    return database.isOpen;
  } finally {
    await database.onApplicationShutdown();
  }
}
