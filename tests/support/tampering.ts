import { firstOf, type Tx } from '@upstander/platform';
import pg, { type QueryResultRow } from 'pg';
import type { TestApp } from './app.js';

type OwnedDatabase = Pick<TestApp, 'database'>;

function superuserUrl(app: Pick<TestApp, 'config'>): string {
  const url = new URL(process.env['TEST_DATABASE_URL'] ?? '');
  url.pathname = new URL(firstOf(app.config.DATABASE_URL)).pathname;
  return url.href;
}

export async function connectAsSuperuser(app: Pick<TestApp, 'config'>): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: superuserUrl(app) });
  await client.connect();
  return client;
}

/** One pool per database of a running app, because connecting for every statement is slow. */
const pools = new Map<string, pg.Pool>();

/** Runs SQL bypassing every policy, trigger and foreign key, like someone who controls the database server. */
export async function runBypassingTriggers<Row extends QueryResultRow>(
  app: Pick<TestApp, 'config'>,
  sql: string,
  params: readonly unknown[] = [],
): Promise<Row[]> {
  const url = superuserUrl(app);
  let pool = pools.get(url);
  if (!pool) {
    const options = '-c session_replication_role=replica';
    pool = new pg.Pool({ connectionString: url, max: 3, options, allowExitOnIdle: true });
    // Databases are dropped while connections are open.
    pool.on('error', () => undefined);
    pools.set(url, pool);
  }
  return (await pool.query<Row>(sql, [...params])).rows;
}

export async function deleteByForce(app: Pick<TestApp, 'config'>): Promise<void> {
  const url = superuserUrl(app);
  const pool = pools.get(url);
  pools.delete(url);
  await pool?.end();
}

export async function tamperWith(app: Pick<TestApp, 'config'>, sql: string, params: unknown[] = []): Promise<void> {
  await runBypassingTriggers(app, sql, params);
}

/** Runs SQL as the owner of an app's database, who may change its tables. */
export async function runAsOwner(app: OwnedDatabase, sql: string): Promise<void> {
  await inOwnerTransaction(app, (tx) => tx.query(sql).then(() => undefined));
}

export async function inOwnerTransaction<T>(
  app: OwnedDatabase,
  work: (tx: Pick<Tx, 'query'>) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: app.database.ownerUrl });
  await client.connect();
  try {
    await client.query('BEGIN');
    const result = await work({
      query: async <Row extends QueryResultRow>(sql: string, params: readonly unknown[] = []) =>
        (await client.query<Row>(sql, [...params])).rows,
    });
    await client.query('COMMIT');
    return result;
  } finally {
    // Closing the connection rolls back an uncommitted transaction.
    await client.end();
  }
}
