import { migrate } from '@upstander/db';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import pg from 'pg';
import { giveDatabase, makeKeyDatabase, urlsOf } from './roles.mjs';

export const releasesFolder = join(__dirname, '../../db/releases');

const server = process.env['TEST_DATABASE_URL'] ?? '';
const secret = process.env['TEST_ROLE_SECRET'] ?? '';

export interface ReleaseFacts {
  settings: { APP_SECRET: string; SEALED_KEYS: string };
  code: string;
  rows: Record<'main' | 'keys', Record<string, number>>;
}

/** The main database and the key database of a release, from its dump with data. */
export class ReleaseDatabase {
  readonly facts: ReleaseFacts;
  readonly names: { main: string; keys: string };
  readonly urls: ReturnType<typeof urlsOf>;

  constructor(private readonly version: string) {
    const name = `spec_${randomUUID().replaceAll('-', '')}`;
    this.facts = JSON.parse(readFileSync(join(releasesFolder, version, 'facts.json'), 'utf8')) as ReleaseFacts;
    this.names = { main: name, keys: `${name}_keys` };
    this.urls = urlsOf(server, name, secret);
  }

  async restore(): Promise<void> {
    await this.run(undefined, async (client) => {
      await client.query(`CREATE DATABASE ${this.names.main}`);
      await giveDatabase(client, this.names.main);
      await makeKeyDatabase(client, this.names.keys);
    });
    for (const part of ['main', 'keys'] as const) {
      const sql = brotliDecompressSync(readFileSync(join(releasesFolder, this.version, `${part}.sql.br`))).toString();
      await this.run(this.names[part], (client) => client.query(sql));
    }
  }

  async upgrade(): Promise<void> {
    const { APP_SECRET, SEALED_KEYS: wrapping } = this.facts.settings;
    const { urls } = this;
    const keys = { owner: urls.keysOwner, program: urls.keys };
    const app = { owner: urls.owner, program: urls.app };
    await migrate(app, { program: urls.sealed, keys, wrapping }, {}, { APP_SECRET });
    // Same as for a new database in tests/support/global-setup.mjs.
    await migrate({ owner: urls.owner, program: urls.api, worker: urls.worker });
  }

  /** As the superuser of the test server. Without a name, in the server's own database. */
  async run<T>(database: string | undefined, work: (client: pg.Client) => Promise<T>): Promise<T> {
    const url = new URL(server);
    if (database !== undefined) url.pathname = `/${database}`;
    const client = new pg.Client({ connectionString: url.href });
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  }

  async drop(): Promise<void> {
    await this.run(undefined, async (client) => {
      for (const each of Object.values(this.names)) await client.query(`DROP DATABASE ${each} WITH (FORCE)`);
    });
  }
}
