import type { Environment } from '@upstander/platform';

/** The settings as the api and the worker are given them: without how the owner enters the databases. */
export function forPrograms({ MIGRATE_DATABASE_URL: _, MIGRATE_KEYS_URL: __, ...others }: Environment) {
  return others;
}
