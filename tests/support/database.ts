import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { giveDatabase, urlsOf } from './roles.mjs';

export interface SpecDatabase {
  /** URL for the role shared by both programs, which can only read and write rows. */
  url: string;
  byProgram?: Readonly<Record<'api' | 'worker', string>>;
  sealedUrl: string;
  ownerUrl: string;
  drop(): Promise<void>;
}

export interface ClonedDatabase extends SpecDatabase {
  /** URL for the superuser, who can load many rows without triggers. */
  superuserUrl: string;
}

/** Clones the migrated template. */
export async function cloneDatabase({ empty = false } = {}): Promise<ClonedDatabase> {
  const server = required('TEST_DATABASE_URL');
  const name = `spec_${randomUUID().replaceAll('-', '')}`;
  await withServer(server, async (client) => {
    await client.query(
      `CREATE DATABASE ${name}${empty ? '' : ` TEMPLATE ${required('TEST_TEMPLATE')} STRATEGY FILE_COPY`}`,
    );
    // A clone belongs to its creator and doesn't copy grants on the database itself.
    await giveDatabase(client, name);
  });
  const urls = urlsOf(server, name, required('TEST_ROLE_SECRET'));
  return {
    url: urls.app,
    byProgram: { api: urls.api, worker: urls.worker },
    sealedUrl: urls.sealed,
    ownerUrl: urls.owner,
    superuserUrl: Object.assign(new URL(server), { pathname: `/${name}` }).href,
    drop: () => withServer(server, (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`)),
  };
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

function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is missing: run the tests through Jest's configuration (npm test).`);
  return value;
}
