import { migrateKeys } from '@upstander/db';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { makeKeyDatabase, urlsOf } from './roles.mjs';

/** Creates a separate key database, for tests that rewrap keys other specs use. */
export async function aKeyDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const server = process.env['TEST_DATABASE_URL'] ?? '';
  const name = `spec_${randomUUID().replaceAll('-', '')}`;
  await withServer(server, (client) => makeKeyDatabase(client, name));
  const { keys: url, keysOwner } = urlsOf(server, name, process.env['TEST_ROLE_SECRET'] ?? '', name);
  await migrateKeys({ owner: keysOwner, program: url });
  return { url, drop: () => withServer(server, (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`)) };
}

async function withServer(server: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
