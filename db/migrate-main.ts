import { ConfigError } from '@upstander/platform';
import { migrate } from './migrate.js';

/** `node dist/db/migrate-main.js`: run once per release, before the new api and worker start. */
const url = process.env['DATABASE_URL'];
if (!url) throw new ConfigError('DATABASE_URL is missing: the database to bring up to date.');
const databaseUrl = process.env['SEALED_DATABASE_URL'];
const keysUrl = process.env['SEALED_KEYS_URL'];
const run = await migrate(url, databaseUrl && keysUrl ? { databaseUrl, keysUrl } : undefined);
console.log(run.length > 0 ? `Migrated: ${run.join(', ')}` : 'The database is up to date.');
