import { migrate } from '@upstander/db';
import pg from 'pg';
import { giveDatabase, makeRoles, urlsOf } from '../../support/roles.mjs';

/** Migrated; dropped at the end of the bench. */
export interface BenchDatabase {
  /** URL for the app role, as in production. */
  url: string;
  /** Superuser pool, to insert and inspect data. */
  pool: pg.Pool;
  drop(): Promise<void>;
}

export async function benchDatabase(name: string): Promise<BenchDatabase> {
  const server = process.env['BENCH_DATABASE_URL'] ?? process.env['DATABASE_URL'];
  if (!server) throw new Error('BENCH_DATABASE_URL is missing: run this by npm run bench.');
  const database = `bench_${name.replaceAll('-', '_')}_${process.pid}`;
  const secret = new URL(server).password || 'a password of a bench';
  await withServer(server, async (client) => {
    await makeRoles(client, secret);
    await client.query(`CREATE DATABASE ${database}`);
    await giveDatabase(client, database);
  });
  const { app, owner } = urlsOf(server, database, secret);
  await migrate({ owner, program: app });
  const pool = new pg.Pool({
    connectionString: Object.assign(new URL(server), { pathname: `/${database}` }).href,
    max: 4,
  });
  return {
    url: app,
    pool,
    async drop() {
      await pool.end();
      await withServer(server, (client) => client.query(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`));
    },
  };
}

async function withServer(server: string, run: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await run(client);
  } finally {
    await client.end();
  }
}
