import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { giveDatabase, urlsOf } from './roles.mjs';

/** A database of its own for one spec file, cloned from the migrated template. */
export interface SpecDatabase {
  /** By the role that both programs share, which reads and writes rows and nothing more. */
  url: string;
  /** By the roles of the api and of the worker, where each has its own. */
  byProgram?: Readonly<Record<'api' | 'worker', string>>;
  /** By the role of the sealed zone. */
  sealedUrl: string;
  /** By the role that owns it, which only migrations use. */
  ownerUrl: string;
  drop(): Promise<void>;
}

/** The migrated template again, or with `empty` a database in which nothing was made yet. */
export async function cloneDatabase({ empty = false } = {}): Promise<SpecDatabase> {
  const server = required('TEST_DATABASE_URL');
  const name = `spec_${randomUUID().replaceAll('-', '')}`;
  await administer(server, async (client) => {
    await client.query(
      `CREATE DATABASE ${name}${empty ? '' : ` TEMPLATE ${required('TEST_TEMPLATE')} STRATEGY FILE_COPY`}`,
    );
    // A clone belongs to whoever made it, and takes no grants of the database itself with it.
    await giveDatabase(client, name);
  });
  const urls = urlsOf(server, name, required('TEST_ROLE_SECRET'));
  return {
    url: urls.app,
    byProgram: { api: urls.api, worker: urls.worker },
    sealedUrl: urls.sealed,
    ownerUrl: urls.owner,
    drop: () => administer(server, (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`)),
  };
}

async function administer(server: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is missing: run the tests through Jest's configuration (npm test).`);
  return value;
}
