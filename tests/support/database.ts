import { randomUUID } from 'node:crypto';
import pg from 'pg';

/** A database of its own for one spec file, cloned from the migrated template. */
export interface SpecDatabase {
  /** By the role of the app, which owns it and is no superuser. */
  url: string;
  /** By the role of the sealed zone. */
  sealedUrl: string;
  drop(): Promise<void>;
}

export async function cloneDatabase(): Promise<SpecDatabase> {
  const server = required('TEST_DATABASE_URL');
  const name = `spec_${randomUUID().replaceAll('-', '')}`;
  await administer(server, `CREATE DATABASE ${name} TEMPLATE ${required('TEST_TEMPLATE')}`);
  const urlOf = (role: string) => {
    const url = new URL(server);
    url.username = role;
    url.password = required('TEST_ROLE_PASSWORD');
    url.pathname = `/${name}`;
    return url.href;
  };
  // A clone belongs to whoever made it, and takes no grants of the database itself with it.
  await administer(server, `ALTER DATABASE ${name} OWNER TO upstander`);
  return {
    url: urlOf('upstander'),
    sealedUrl: urlOf('upstander_sealed'),
    drop: () => administer(server, `DROP DATABASE ${name} WITH (FORCE)`),
  };
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
