/**
 * Run by `npm run check` against an empty database server (TEST_DATABASE_URL): every migration goes up, down to nothing
 * and up again, and then the entities and the migrated schema must not differ.
 */
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from './data-source.js';
import { migrations } from './migrations/index.js';

const server = process.env['TEST_DATABASE_URL'];
if (!server) throw new Error('TEST_DATABASE_URL is missing: a PostgreSQL server to try the migrations on.');
const name = `check_${randomUUID().replaceAll('-', '')}`;
const admin = new pg.Client({ connectionString: server, connectionTimeoutMillis: 10_000 });
await admin.connect();
await admin.query(`CREATE DATABASE ${name}`);
const url = new URL(server);
url.pathname = `/${name}`;

const complaints: string[] = [];
// TypeORM's schema builder asks one connection several things at once, which pg deprecates; nothing else here does.
process.noDeprecation = true;
const source = new DataSource(
  dataSourceOptions({
    DATABASE_URL: url.href,
    DATABASE_POOL: 2,
    DATABASE_CONNECT_SECONDS: 10,
    DATABASE_STATEMENT_SECONDS: 300,
    DATABASE_IDLE_SECONDS: 300,
  }),
);
await source.initialize();
try {
  const leftovers = () =>
    source.query<{ nspname: string }[]>(
      `SELECT nspname FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname NOT IN ('public', 'information_schema')`,
    );
  await source.runMigrations();
  for (let i = 0; i < migrations.length; i += 1) await source.undoLastMigration();
  const left = await leftovers();
  if (left.length > 0)
    complaints.push(`Undone migrations leave schemas behind: ${left.map((s) => s.nspname).join(', ')}`);
  await source.runMigrations();
  complaints.push(...(await drift(source)).map((sql) => `Entities and migrations differ; TypeORM would run: ${sql}`));
} finally {
  await source.destroy();
  await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
  await admin.end();
}

/**
 * What TypeORM would do to tables and columns to make them fit the entities. Indexes and constraints are the migrations'
 * own affair (TypeORM can say few of ours), and so are columns that PostgreSQL computes: no entity writes those.
 */
async function drift(source: DataSource): Promise<string[]> {
  // TypeORM looks up generated columns in a table that only its own schema builder would make.
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
    .filter((sql) => !/^(CREATE|DROP) (UNIQUE )?INDEX|^ALTER TABLE \S+ (ADD|DROP) CONSTRAINT/.test(sql))
    .filter((sql) => !computed.some((pattern) => pattern.test(sql)));
}

if (complaints.length > 0) {
  console.error(complaints.join('\n'));
  process.exit(1);
}
console.log(`${migrations.length} migrations go up, down and up again; the entities fit the schema.`);
