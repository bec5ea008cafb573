import type { Environment } from '@upstander/platform';

const migrationSettings = /^(?:MIGRATE_(?:DATABASE|KEYS)|WORKER_(?:SEALED_)?DATABASE|WORKER_SEALED_KEYS)_URL$/;

export function withoutMigrationSettings(environment: Environment): Environment {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !migrationSettings.test(name)));
}
