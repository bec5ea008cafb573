import { migrateKeys } from '@upstander/db';
import { randomUUID } from 'node:crypto';
import pg from 'pg';

/** A database of keys of its own: where keys are wrapped anew, the other specs' must not be. */
export async function aKeyDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const server = new URL(process.env['TEST_DATABASE_URL'] ?? '');
  const name = `spec_${randomUUID().replaceAll('-', '')}`;
  await administer(server.href, `CREATE DATABASE ${name} OWNER upstander_sealed`);
  const url = new URL(process.env['TEST_SEALED_KEYS_URL'] ?? '');
  url.pathname = `/${name}`;
  await migrateKeys(url.href);
  return { url: url.href, drop: () => administer(server.href, `DROP DATABASE ${name} WITH (FORCE)`) };
}

async function administer(server: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
