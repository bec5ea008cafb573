import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import pg from 'pg';
import { buildReaders } from './built-readers.cjs';
import { giveDatabase, makeKeyDatabase, makeRoles, takeOverDatabase, urlsOf } from '../../tools/lib/database-roles.mjs';

const run = promisify(execFile);
const root = new URL('../../', import.meta.url);

/**
 * Migrates one template database per version of the migrations. Spec files clone it. Uses the server in
 * TEST_DATABASE_URL, or starts the embedded one.
 */
export default async function setup() {
  if (!process.env.TEST_DATABASE_URL) {
    const { startTestPostgres } = await import('../../tools/lib/test-postgres.mjs');
    const server = await startTestPostgres();
    process.env.TEST_DATABASE_URL = server.url;
  }
  buildReaders();
  process.env.TEST_TEMPLATE = await template(process.env.TEST_DATABASE_URL);
}

async function template(server) {
  // Derived like the role passwords in tools/lib/postgres.mjs, so that parallel runs agree.
  const secret = new URL(server).password || 'a password of tests';
  process.env.TEST_ROLE_SECRET = secret;
  // The template includes the queue's tables.
  const hash = createHash('sha256').update(await readFile(new URL('libs/platform/src/queue/backend.ts', root)));
  for (const folder of [
    'db/content/',
    'db/functions/',
    'db/policies/',
    'db/migrations/',
    'db/sealed-migrations/',
    'db/sql-source.ts',
    'db/status-changes.ts',
    'db/grants.ts',
    'db/program-rights.ts',
    'db/release-facts.mjs',
    'db/release-record.ts',
    'db/migrate.ts',
    'db/migrate-to-latest.ts',
    'db/owners-source.ts',
    'tools/lib/database-roles.mjs',
  ]) {
    for (const file of await filesOf(new URL(folder, root))) hash.update(await readFile(file));
  }
  for (const file of await filesOf(new URL('libs/', root))) {
    if (/-(status|step|nouns)\.ts$/.test(file.href)) hash.update(await readFile(file));
  }
  const name = `template_${hash.digest('hex').slice(0, 16)}`;
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    // Keeps parallel runs from both creating it.
    await client.query('SELECT pg_advisory_lock(5150)');
    await makeRoles(client, secret);
    // One per version of the migrations, because another checkout's may differ.
    const keys = name.replace('template', 'sealed_keys');
    await makeKeyDatabase(client, keys);
    await runInDatabase(server, keys, takeOverDatabase);
    const urls = urlsOf(server, name, secret, keys);
    process.env.TEST_SEALED_KEYS_URL = urls.keys;
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1 AND datistemplate', [name]);
    if (rowCount === 0) {
      await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      await client.query(`CREATE DATABASE ${name}`);
      await giveDatabase(client, name);
      await migrate(urls, { DATABASE_URL: urls.app });
      // The same database also serves installations with a role per program.
      await migrate(urls, { DATABASE_URL: urls.api, WORKER_DATABASE_URL: urls.worker });
      await client.query(`ALTER DATABASE ${name} IS_TEMPLATE true`);
    }
    // Drops databases of killed runs.
    const { rows } = await client.query(
      `SELECT datname FROM pg_database d WHERE datname LIKE 'spec\\_%'
         AND NOT EXISTS (SELECT FROM pg_stat_activity a WHERE a.datname = d.datname)
         AND (pg_stat_file('base/' || oid || '/PG_VERSION', true)).modification < now() - interval '1 hour'`,
    );
    for (const { datname } of rows) await client.query(`DROP DATABASE IF EXISTS ${datname} WITH (FORCE)`);
  } finally {
    await client.end();
  }
  return name;
}

function migrate(urls, programs) {
  const args = ['--conditions=@upstander/source', '--import', '@swc-node/register/esm-register'];
  return run(process.execPath, [...args, 'apps/command/src/main.ts', 'migrate'], {
    cwd: root.pathname,
    env: {
      ...process.env,
      SEALED_DATABASE_URL: urls.sealed,
      SEALED_KEYS_URL: urls.keys,
      MIGRATE_DATABASE_URL: urls.owner,
      MIGRATE_KEYS_URL: urls.keysOwner,
      NODE_OPTIONS: '',
      ...programs,
    },
  });
}

async function filesOf(url) {
  if (!url.pathname.endsWith('/')) return [url];
  const files = await readdir(url, { recursive: true, withFileTypes: true });
  return files
    .filter((file) => file.isFile())
    .map((file) => pathToFileURL(join(file.parentPath, file.name)))
    .sort((a, b) => (a.href < b.href ? -1 : 1));
}

async function runInDatabase(server, name, work) {
  const url = new URL(server);
  url.pathname = `/${name}`;
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
