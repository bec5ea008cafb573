import type { Environment } from '@upstander/platform';

/** Returns the settings of the api and the worker, without those of the migrations. */
export function forPrograms(environment: Environment): Environment {
  const { MIGRATE_DATABASE_URL: _, MIGRATE_KEYS_URL: __, WORKER_DATABASE_URL: ___, ...others } = environment;
  return others;
}
