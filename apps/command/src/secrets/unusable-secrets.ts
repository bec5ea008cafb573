import { KeyRing, SealedKeysCheck, SealedDatabase } from '@upstander/advocacy';
import { checkAppSecret, wrongAppSecret } from '@upstander/identity';
import { ConfigError, loadConfig, Secrets, type Environment } from '@upstander/platform';
import { toQueryable, runAsProgram } from '../database/connected.js';
import { withoutMigrationSettings } from '../programs-settings.js';

/** Checks APP_SECRET and SEALED_KEYS against the stored data. */
export async function findUnusableSecrets(environment: Environment): Promise<string[]> {
  const config = loadConfig(withoutMigrationSettings(environment));
  const complaints: string[] = [];
  const found = await runAsProgram({ environment }, (client) =>
    checkAppSecret(toQueryable(client), new Secrets(config)),
  );
  if (found === 'wrong') complaints.push(wrongAppSecret().message);
  const database = new SealedDatabase(config);
  try {
    if (database.isOpen) await new SealedKeysCheck(database, new KeyRing(config)).checkAll();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    complaints.push(error.message);
  } finally {
    await database.onApplicationShutdown();
  }
  return complaints;
}
