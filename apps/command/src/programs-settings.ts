import type { Environment } from '@upstander/platform';

/** The settings as the api and the worker get them: without those of the migrations. */
export function forPrograms(environment: Environment): Environment {
  const { MIGRATE_DATABASE_URL: _, MIGRATE_KEYS_URL: __, WORKER_DATABASE_URL: ___, ...others } = environment;
  return others;
}
