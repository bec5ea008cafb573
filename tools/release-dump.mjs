import { execFile, execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompressSync } from 'node:zlib';
import pg from 'pg';
import { giveDatabase, makeKeyDatabase, makeRoles, urlsOf } from './lib/database-roles.mjs';
import { root } from './lib/paths.mjs';
import { firstFree } from './lib/ports.mjs';
import { makeOpenFolder, postgresUser } from './lib/postgres-binaries.mjs';

/**
 * `npm run release:dump`, also run by `npm version`, writes the databases of a small installation of this release to
 * db/releases/<version>/, as SQL for PostgreSQL 15 and later. tests/data/upgrades.spec.ts upgrades each of them. npm's
 * PostgreSQL has no pg_dump, so a system installation is needed (`PG_BIN=/usr/lib/postgresql/15/bin`). Use the oldest
 * version available, because newer ones can read its dumps.
 */
const run = promisify(execFile);

const settings = {
  NODE_ENV: 'test',
  PUBLIC_URL: 'http://127.0.0.1',
  APP_SECRET: 'the secret of a dump that holds nobody',
  SEALED_KEYS: `dump:${Buffer.alloc(32, 9).toString('base64')}`,
  SMTP_URL: 'smtp://127.0.0.1:1',
  MAIL_FROM: 'hello@upstander.invalid',
  STRIPE_SECRET_KEY: 'sk_test_sandbox',
  STRIPE_WEBHOOK_SECRET: 'whsec_sandbox',
  STRIPE_URL: 'http://127.0.0.1:1',
  LOG_LEVEL: 'silent',
};
const maxBytes = 500_000;

const bin = binaries();
const user = postgresUser('/nowhere');
const folder = makeOpenFolder(user, 'release');
const asUserOptions = { ...user, cwd: '/' };
const data = join(folder, 'data');
const password = 'thrown away';
try {
  const port = await startServer();
  try {
    await dump(`postgres://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/upstander`);
  } finally {
    await run(join(bin, 'pg_ctl'), ['stop', '-D', data, '-m', 'immediate', '-w'], asUserOptions);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function binaries() {
  const debian = '/usr/lib/postgresql';
  const found = [
    process.env.PG_BIN,
    ...(existsSync(debian) ? readdirSync(debian).sort((a, b) => a - b) : []).map((version) =>
      join(debian, version, 'bin'),
    ),
    '/usr/local/bin',
    '/opt/homebrew/bin',
    '/usr/bin',
  ].find((path) => path && ['initdb', 'pg_ctl', 'pg_dump'].every((name) => existsSync(join(path, name))));
  if (!found) throw new Error('No initdb with pg_dump found. Install postgresql, or set PG_BIN to its folder.');
  const [, major] = /(\d+)/.exec(execFileSync(join(found, 'pg_dump'), ['--version'], { encoding: 'utf8' }));
  if (Number(major) < 15) throw new Error(`${found} is PostgreSQL ${major}; the minimum is 15.`);
  return found;
}

async function startServer() {
  const secret = join(folder, 'secret');
  writeFileSync(secret, password, { mode: 0o644 });
  const how = ['-U', 'postgres', '-E', 'UTF8', '--locale=C.UTF-8', '--auth=scram-sha-256', `--pwfile=${secret}`];
  await run(join(bin, 'initdb'), ['-D', data, ...how, '--no-sync'], asUserOptions);
  const port = await firstFree(21_000);
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off -c timezone=UTC`;
  await run(
    join(bin, 'pg_ctl'),
    ['start', '-D', data, '-w', '-l', join(folder, 'data', 'log'), '-o', options],
    asUserOptions,
  );
  return port;
}

async function dump(url) {
  const { migrate, loadDemo, playAdvocacy, playGifts, dataSourceOptions, releaseFacts } = await import('@upstander/db');
  const { Database, loadConfig } = await import('@upstander/platform');
  const { DataSource } = await import('typeorm');
  const urls = urlsOf(url, 'upstander', password);
  await inDatabase(url, 'postgres', async (client) => {
    await makeRoles(client, password);
    await client.query('CREATE DATABASE upstander');
    await giveDatabase(client, 'upstander');
    await makeKeyDatabase(client, 'upstander_keys');
  });
  const env = { ...settings, DATABASE_URL: urls.app, SEALED_DATABASE_URL: urls.sealed, SEALED_KEYS_URL: urls.keys };
  await migrate(
    { owner: urls.owner, program: urls.app },
    { program: urls.sealed, keys: { owner: urls.keysOwner, program: urls.keys }, wrapping: settings.SEALED_KEYS },
  );
  const config = loadConfig(env).withJobTimeout();
  const now = new Date();
  const source = await new DataSource(dataSourceOptions(config)).initialize();
  await loadDemo(new Database(source), now, config, { giftsFollow: true });
  const { code } = await playAdvocacy(config, now);
  await playGifts(config, now, { once: 60, recurringGifts: 4 });
  await source.destroy();
  await inDatabase(url, 'upstander', thinOut);

  const home = join(root, 'db/releases', releaseFacts.version);
  mkdirSync(home, { recursive: true });
  const rows = {};
  let size = 0;
  for (const [name, database] of [
    ['main', 'upstander'],
    ['keys', 'upstander_keys'],
  ]) {
    const address = Object.assign(new URL(url), { pathname: `/${database}` });
    rows[name] = await inDatabase(url, database, countRows);
    const packed = brotliCompressSync(await sqlOf(address.href));
    size += packed.length;
    writeFileSync(join(home, `${name}.sql.br`), packed);
  }
  const facts = { settings: { APP_SECRET: settings.APP_SECRET, SEALED_KEYS: settings.SEALED_KEYS }, code, rows };
  writeFileSync(join(home, 'facts.json'), `${JSON.stringify(facts, null, 2)}\n`);
  console.log(`db/releases/${releaseFacts.version}/: ${Math.round(size / 1_000)} kB`);
  if (size > maxBytes) throw new Error(`That is more than ${maxBytes / 1_000} kB, too much for the repository.`);
}

/** Reduces rows that nothing else references. */
async function thinOut(client) {
  await client.query(`DELETE FROM notifications.mail WHERE status = 'sent' AND id::text !~ '^[0-2]'`);
}

/** Returns SQL statements that any client can execute. */
async function sqlOf(url) {
  const how = ['--inserts', '--rows-per-insert=200', '--encoding=UTF8'];
  const { stdout } = await run(join(bin, 'pg_dump'), [...how, url], { maxBuffer: 200_000_000 });
  // Removes psql commands and settings unknown to older servers.
  return stdout.replace(/^(?:\\(?:un)?restrict .*|SET transaction_timeout = .*)\n/gm, '');
}

async function countRows(client) {
  const { rows } = await client.query(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
     WHERE schemaname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`,
  );
  const counts = {};
  for (const { name } of rows) counts[name] = (await client.query(`SELECT count(*)::int AS n FROM ${name}`)).rows[0].n;
  return counts;
}

async function inDatabase(url, database, work) {
  const client = new pg.Client({ connectionString: Object.assign(new URL(url), { pathname: `/${database}` }).href });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
