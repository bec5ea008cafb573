/**
 * Run by `npm run check` against an empty database server (TEST_DATABASE_URL). Migrates all databases up, down to
 * nothing and up again. Then they must match the entities and the files under db/functions and db/policies.
 */
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { faultsOf, sqlDrift } from './check-sql.js';
import { entities } from './data-source.js';
import { migrateToLatest } from './migrate-to-latest.js';
import { migrationsOf, ownersSource } from './owners-source.js';
import { forgetReleases } from './release-record.js';
import { removeSql, sqlOf, type Zone } from './sql-source.js';

const server = process.env['TEST_DATABASE_URL'];
if (!server) throw new Error('TEST_DATABASE_URL is missing. It must be a PostgreSQL server to test the migrations on.');
const admin = new pg.Client({ connectionString: server, connectionTimeoutMillis: 10_000 });
await admin.connect();
// TypeORM's schema builder runs concurrent queries on one connection, which pg deprecates. No other code here does.
process.noDeprecation = true;

const problems: string[] = [];
let files = 0;
for (const zone of ['app', 'sealed', 'keys'] as const) {
  for (const file of sqlOf(zone)) problems.push(...(await faultsOf(file)));
  files += sqlOf(zone).length;
  if (problems.length === 0) problems.push(...(await testZone(zone)));
}
await admin.end();

async function testZone(zone: Zone): Promise<string[]> {
  const name = `check_${randomUUID().replaceAll('-', '')}`;
  await admin.query(`CREATE DATABASE ${name}`);
  const url = Object.assign(new URL(server!), { pathname: `/${name}` });
  const source = await ownersSource(url.href, zone, zone === 'app' ? entities : []).initialize();
  try {
    if (zone === 'sealed') await source.query('CREATE SCHEMA sealed');
    await migrateToLatest(source, zone);
    await migrateDown(source, zone);
    const left = (await leftovers(source)).map((leftover) => `Migrating down leaves ${leftover} behind.`);
    if (left.length > 0) return left;
    await migrateToLatest(source, zone);
    const drifted = await driftOfSql(source, zone);
    if (zone !== 'app') return drifted;
    return [
      ...drifted,
      ...(await drift(source)).map((sql) => `Entities and migrations differ; TypeORM would run: ${sql}`),
    ];
  } finally {
    await source.destroy();
    await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
  }
}

async function driftOfSql(source: DataSource, zone: Zone): Promise<string[]> {
  const runner = source.createQueryRunner();
  try {
    return await sqlDrift(runner, zone);
  } finally {
    await runner.release();
  }
}

async function migrateDown(source: DataSource, zone: Zone): Promise<void> {
  const runner = source.createQueryRunner();
  await runner.startTransaction();
  await removeSql(runner, zone);
  await forgetReleases(runner);
  await runner.commitTransaction();
  await runner.release();
  for (let i = 0; i < migrationsOf[zone].length; i += 1) await source.undoLastMigration();
}

async function leftovers(source: DataSource): Promise<string[]> {
  const rows = await source.query<{ what: string }[]>(
    `SELECT 'the schema ' || nspname::text AS what FROM pg_namespace
     WHERE nspname !~ '^pg_' AND nspname NOT IN ('public', 'sealed', 'information_schema')
     UNION ALL
     SELECT 'the table ' || oid::regclass::text FROM pg_class
     WHERE relnamespace IN (to_regnamespace('public'), to_regnamespace('sealed')) AND relkind = 'r' AND relname <> 'migrations'`,
  );
  return rows.map(({ what: leftover }) => leftover);
}

/**
 * Returns the statements TypeORM would run to make the tables match the entities. Extra indexes and constraints are
 * allowed, because TypeORM can't declare most of ours; those an entity declares must exist (checks by name). Generated
 * columns are ignored, because entities never write them.
 */
async function drift(source: DataSource): Promise<string[]> {
  // TypeORM looks up generated columns in a table that only its own schema builder creates.
  await source.query(
    'CREATE TABLE typeorm_metadata (type text, database text, schema text, "table" text, name text, value text)',
  );
  const generated = await source.query<Array<{ name: string }>>(
    `SELECT column_name AS name FROM information_schema.columns WHERE is_generated = 'ALWAYS'`,
  );
  const computed = generated.map(({ name }) => new RegExp(`"(TEMP_OLD_)?${name}"|typeorm_metadata`));
  const { upQueries } = await source.driver.createSchemaBuilder().log();
  return upQueries
    .map(({ query }) => query)
    .filter((sql) => !/^DROP INDEX|^ALTER TABLE \S+ DROP CONSTRAINT/.test(sql))
    .filter((sql) => !computed.some((pattern) => pattern.test(sql)));
}

if (problems.length > 0) {
  console.error(problems.join('\n'));
  process.exit(1);
}
const migrations = Object.values(migrationsOf).flat().length;
console.log(
  `${migrations} migrations run up, down and up again; the entities and ${files} SQL files match the schema.`,
);
