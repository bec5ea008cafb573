import { migrate } from '@upstander/db';
import { execFile, execFileSync } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { startApp, type TestApp } from '../../support/app.js';
import { aFreePort } from '../../support/free-port.js';
import { giveDatabase, makeKeyDatabase, makeRoles, urlsOf } from '../../support/roles.mjs';
import { installed } from '../../support/system-postgres.mjs';

const run = promisify(execFile);
/**
 * Folder of the system's newest PostgreSQL or of PG_BIN; undefined without one. The npm package lacks pg_basebackup.
 */
export const binaries = process.env['PG_BIN'] ?? installed.at(-1)?.binaries;
export const noSystemPostgres = 'there is no PostgreSQL of the system';
const password = 'known-to-tests-alone';

/** PostgreSQL refuses to run as root. */
function anotherUser(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const idOf = (option: string) => Number(execFileSync('id', [option, 'nobody']).toString());
  return { uid: idOf('-u'), gid: idOf('-g') };
}

export class PairedServer {
  constructor(
    readonly port: number,
    private readonly data: string,
  ) {}

  get host(): string {
    return `127.0.0.1:${this.port}`;
  }

  /** URL for the superuser. */
  superuserUrl(database: string): string {
    return `postgres://postgres:${password}@${this.host}/${database}`;
  }

  async start(): Promise<void> {
    const options = `-p ${this.port} -k '' -c listen_addresses=127.0.0.1 -c fsync=off -c wal_level=replica -c hot_standby=on`;
    await runTool('pg_ctl', ['start', '-w', '-D', this.data, '-l', join(this.data, 'log'), '-o', options]);
  }

  /** Stops it immediately, as if the machine failed. */
  async stop(): Promise<void> {
    await runTool('pg_ctl', ['stop', '-m', 'immediate', '-D', this.data]);
  }

  async promote(): Promise<void> {
    await runTool('pg_ctl', ['promote', '-w', '-D', this.data]);
  }

  async follower(folder: string, name: string): Promise<PairedServer> {
    const data = join(folder, name);
    const from = `host=127.0.0.1 port=${this.port} user=postgres password=${password} application_name=${name}`;
    await runTool('pg_basebackup', ['-d', from, '-D', data, '-R', '-X', 'stream', '-c', 'fast', '--no-sync']);
    const follower = new PairedServer(await aFreePort(), data);
    await follower.start();
    return follower;
  }

  async query<T extends pg.QueryResultRow>(sql: string, database = 'postgres'): Promise<T[]> {
    const client = new pg.Client({ connectionString: this.superuserUrl(database) });
    await client.connect();
    try {
      return (await client.query<T>(sql)).rows;
    } finally {
      await client.end();
    }
  }
}

export interface Pair {
  primary: PairedServer;
  standby: PairedServer;
  /** Settings for the programs, with this host instead of the primary's. */
  settings(host?: string, suffix?: string): Record<string, string>;
  url(urlAt: PairedServer): string;
  end(): Promise<void>;
}

export async function aPair(): Promise<Pair> {
  const user = anotherUser();
  const folder = mkdtempSync(join(tmpdir(), 'upstander-pair-'));
  const secret = join(folder, 'password');
  writeFileSync(secret, password);
  if (user.uid !== undefined) for (const path of [folder, secret]) chownSync(path, user.uid, user.gid!);
  const data = join(folder, 'primary');
  const init = ['-D', data, '-U', 'postgres', '-E', 'UTF8', '--no-sync', '--auth=scram-sha-256', `--pwfile=${secret}`];
  await runTool('initdb', init);
  const primary = new PairedServer(await aFreePort(), data);
  await primary.start();
  const server = primary.superuserUrl('postgres');
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await makeRoles(client, password);
  await client.query('CREATE DATABASE upstander');
  await giveDatabase(client, 'upstander');
  await makeKeyDatabase(client, 'upstander_keys');
  await client.end();
  const urls = urlsOf(server, 'upstander', password);
  const keys = { owner: urls.keysOwner, program: urls.keys };
  await migrate({ owner: urls.owner, program: urls.app }, { program: urls.sealed, keys });
  const standby = await primary.follower(folder, 'standby');
  const urlAt = (url: string, host: string, suffix: string) => url.replace(primary.host, host) + suffix;
  return {
    primary,
    standby,
    settings: (host = primary.host, suffix = '') => ({
      DATABASE_URL: urlAt(urls.app, host, suffix),
      SEALED_DATABASE_URL: urlAt(urls.sealed, host, suffix),
      SEALED_KEYS_URL: urlAt(urls.keys, host, suffix),
      SEALED_KEYS: `test:${Buffer.alloc(32, 7).toString('base64')}`,
      MIGRATE_DATABASE_URL: urlAt(urls.owner, host, suffix),
      MIGRATE_KEYS_URL: urlAt(urls.keysOwner, host, suffix),
    }),
    url: (server) => urlAt(urls.app, server.host, ''),
    async end() {
      // One of them may already be stopped.
      await Promise.allSettled([primary.stop(), standby.stop()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function runTool(name: string, args: string[]): Promise<void> {
  const options = { ...anotherUser(), cwd: '/', env: { PATH: '/usr/bin:/bin', LC_ALL: 'C.UTF-8' } };
  await run(join(binaries!, name), args, options);
}

/** Starts an app on a pair. Closing the app leaves the databases to the pair. */
export function appWithReplica({ DATABASE_URL: url = '', ...config }: Record<string, string>): Promise<TestApp> {
  return startApp({ database: { url, sealedUrl: '', ownerUrl: '', drop: async () => undefined }, config });
}
