import { randomUUID } from 'node:crypto';
import pg from 'pg';

/** A database of its own for one spec file, cloned from the migrated template. */
export interface SpecDatabase {
  url: string;
  drop(): Promise<void>;
}

export async function cloneDatabase(): Promise<SpecDatabase> {
  const server = required('TEST_DATABASE_URL');
  const name = `spec_${randomUUID().replaceAll('-', '')}`;
  await administer(server, `CREATE DATABASE ${name} TEMPLATE ${required('TEST_TEMPLATE')}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => administer(server, `DROP DATABASE ${name} WITH (FORCE)`) };
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

function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is missing: run the tests through Jest's configuration (npm test).`);
  return value;
}
