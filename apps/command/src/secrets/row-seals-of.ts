import type { SealSettings } from '@upstander/identity';
import { readSecret, requireSecret, RowSeals, type Config, type Environment } from '@upstander/platform';

export function sealSettingsOf(environment: Environment): SealSettings & Partial<Config> {
  const APP_SECRET = requireSecret(environment, 'APP_SECRET', 'the secret of this installation');
  const older = readSecret(environment, 'APP_SECRET_OLD');
  const APP_SECRET_OLD = older ? older.split(',').map((secret) => secret.trim()) : [];
  const [zone, keys, wrapping] = ['SEALED_DATABASE_URL', 'SEALED_KEYS_URL', 'SEALED_KEYS'].map((name) =>
    readSecret(environment, name),
  );
  return { APP_SECRET, APP_SECRET_OLD, SEALED_DATABASE_URL: zone, SEALED_KEYS_URL: keys, SEALED_KEYS: wrapping };
}

export function rowSealsOf(environment: Environment): RowSeals {
  return new RowSeals(sealSettingsOf(environment) as Config);
}
