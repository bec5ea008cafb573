import { BoundedClient, ConfigError, queueSchema } from '@upstander/platform';
import type pg from 'pg';
import { backupOptions } from '../database/backup-options.js';

export type Counts = Readonly<Record<string, number>>;

export async function runAsOwner<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new BoundedClient({
    connectionString: url,
    options: `${backupOptions} -c search_path=pg_catalog`,
    application_name: 'upstander-backup',
    connectionTimeoutMillis: 10_000,
  });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const isOwnSchema = `n.nspname NOT IN ('information_schema', '${queueSchema}') AND n.nspname NOT LIKE 'pg\\_%'
  AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')`;

export async function countRows(client: pg.Client): Promise<Counts> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND ${isOwnSchema} ORDER BY 1`,
  );
  const counts: Record<string, number> = {};
  for (const { name } of rows) {
    const counted = await client.query<{ n: string }>(`SELECT count(*) AS n FROM ${name}`);
    counts[name] = Number(counted.rows[0]?.n);
  }
  return counts;
}

export async function countBucketFiles(client: pg.Client): Promise<{ count: number; bytes: number } | null> {
  const { rows } = await client.query<{ there: boolean }>(
    `SELECT to_regclass('platform.bucket_file') IS NOT NULL AS there`,
  );
  if (!rows[0]?.there) return null;
  const counted = await client.query<{ count: string; bytes: string }>(
    'SELECT count(*) AS count, coalesce(sum(size), 0) AS bytes FROM platform.bucket_file',
  );
  const { count, bytes } = counted.rows[0]!;
  return Number(count) > 0 ? { count: Number(count), bytes: Number(bytes) } : null;
}

export async function isEmpty(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ empty: boolean }>(
    `SELECT NOT EXISTS (SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE c.relkind IN ('r', 'p', 'v', 'm', 'S') AND ${isOwnSchema.replace(`, '${queueSchema}'`, '')}) AS empty`,
  );
  return rows[0]?.empty ?? false;
}

export async function serverOf(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ server: number }>(
    `SELECT current_setting('server_version_num')::int / 10000 AS server`,
  );
  return rows[0]!.server;
}

export async function describe(client: pg.Client): Promise<{ server: number; migrations: string[] }> {
  const server = await serverOf(client);
  const { rows } = await client.query<{ there: boolean }>(
    `SELECT to_regclass('public.migrations') IS NOT NULL AS there`,
  );
  if (!rows[0]?.there) throw new ConfigError('There is nothing to back up yet: this database has never been migrated.');
  const run = await client.query<{ name: string }>(`SELECT name FROM public.migrations ORDER BY id`);
  return { server, migrations: run.rows.map(({ name }) => name) };
}

/** @throws ConfigError if row-level security would omit rows from a backup */
export async function refuseHidden(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT c.oid::regclass::text AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE row_security_active(c.oid) AND ${isOwnSchema}
       AND NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'backup')`,
  );
  if (rows.length > 0) {
    const names = rows.map(({ name }) => name).join(', ');
    throw new ConfigError(
      `Rows of ${names} would be missing, because no policy shows them to the owner. Run “upstander migrate”.`,
    );
  }
  const { rows: zone } = await client.query<{ there: boolean }>(
    `SELECT to_regprocedure('sealed.backs_up()') IS NOT NULL AS there`,
  );
  if (!zone[0]?.there) return;
  const { rows: own } = await client.query<{ may: boolean }>('SELECT sealed.backs_up() AS may');
  if (!own[0]?.may)
    throw new ConfigError(
      'MIGRATE_DATABASE_URL does not connect as the owner of the tables, so the backup would miss rows.',
    );
}
