import pg from 'pg';
import type { TestApp } from './app.js';

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
