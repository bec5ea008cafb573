import { firstOf, type Tx } from '@upstander/platform';
import pg, { type QueryResultRow } from 'pg';
import type { TestApp } from './app.js';

type Owned = Pick<TestApp, 'database'>;

function superuserUrl(app: Pick<TestApp, 'config'>): string {
  const url = new URL(process.env['TEST_DATABASE_URL'] ?? '');
  url.pathname = new URL(firstOf(app.config.DATABASE_URL)).pathname;
  return url.href;
}

/** A connection to an app's database by the superuser, which the app itself is not. */
export async function asSuperuser(app: Pick<TestApp, 'config'>): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: superuserUrl(app) });
  await client.connect();
  return client;
}

/** One for each database while its app runs: a superuser who knocks anew at every statement costs more than the statement. */
const pools = new Map<string, pg.Pool>();

/** Says something past every policy, trigger and foreign key, as somebody who has the whole database server. */
export async function byForce<Row extends QueryResultRow>(
  app: Pick<TestApp, 'config'>,
  sql: string,
  params: readonly unknown[] = [],
): Promise<Row[]> {
  const url = superuserUrl(app);
  let pool = pools.get(url);
  if (!pool) {
    const options = '-c session_replication_role=replica';
    pool = new pg.Pool({ connectionString: url, max: 3, options, allowExitOnIdle: true });
    // Databases are dropped under it.
    pool.on('error', () => undefined);
    pools.set(url, pool);
  }
  return (await pool.query<Row>(sql, [...params])).rows;
}

/** Nobody says anything to this app's database any more. */
export async function forgetByForce(app: Pick<TestApp, 'config'>): Promise<void> {
  const url = superuserUrl(app);
  const pool = pools.get(url);
  pools.delete(url);
  await pool?.end();
}

/** Writes what no guard would let pass. */
export async function tamper(app: Pick<TestApp, 'config'>, sql: string, params: unknown[] = []): Promise<void> {
  await byForce(app, sql, params);
}

/** Says something as the owner of an app's database, who may change its tables; the app may not. */
export async function asOwner(app: Owned, sql: string): Promise<void> {
  await inOwnersTransaction(app, (tx) => tx.query(sql).then(() => undefined));
}

/** The same for several statements that stand or fall together. */
export async function inOwnersTransaction<T>(app: Owned, work: (tx: Pick<Tx, 'query'>) => Promise<T>): Promise<T> {
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
    // A transaction that was not committed ends with its connection.
    await client.end();
  }
}
