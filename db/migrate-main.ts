import { ConfigError } from '@upstander/platform';
import { migrate } from './migrate.js';

/**
 * `node dist/db/migrate-main.js`: run once per release, before the new api and worker start, as the role that owns the
 * database. The programs themselves are never told its address.
 */
const from = process.env;
const owner = needed('MIGRATE_DATABASE_URL', 'the database to bring up to date, as the role that owns it');
const program = needed('DATABASE_URL', 'the same database, as the role of the api and the worker');
const zone = from['SEALED_DATABASE_URL'];
const keys = from['SEALED_KEYS_URL'];
const sealed =
  zone && keys
    ? {
        program: zone,
        keys: { owner: needed('MIGRATE_KEYS_URL', 'SEALED_KEYS_URL, as the role that owns it'), program: keys },
        wrapping: from['SEALED_KEYS'],
      }
    : undefined;
try {
  const run = await migrate({ owner, program }, sealed, { adopt: from['MIGRATE_ADOPT'] === 'true' });
  console.log(run.length > 0 ? `Migrated: ${run.join(', ')}` : 'The database is up to date.');
} catch (error) {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exitCode = 1;
}

function needed(name: string, what: string): string {
  const value = from[name];
  if (value) return value;
  console.error(`${name} is missing: ${what}. See “Roles” in docs/operator-guide.md.`);
  process.exit(1);
}
