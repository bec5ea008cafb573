import type { Tx } from '@upstander/platform';
import pg, { type QueryResultRow } from 'pg';
import type { TestApp } from './app.js';

type Owned = Pick<TestApp, 'database'>;

/** A connection to an app's database by the superuser, which the app itself is not. */
export async function asSuperuser(app: Pick<TestApp, 'config'>): Promise<pg.Client> {
  const url = new URL(process.env['TEST_DATABASE_URL'] ?? '');
  url.pathname = new URL(app.config.DATABASE_URL).pathname;
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  return client;
}

/** Writes what no guard would let pass: triggers and foreign keys are asleep. */
export async function tamper(app: Pick<TestApp, 'config'>, sql: string, params: unknown[] = []): Promise<void> {
  const client = await asSuperuser(app);
  try {
    await client.query(`SET session_replication_role = replica`);
    await client.query(sql, params);
  } finally {
    await client.end();
  }
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
