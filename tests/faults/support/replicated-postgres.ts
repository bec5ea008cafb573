import { migrate } from '@upstander/db';
import { execFile, execFileSync } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { startApp, type TestApp } from '../../support/app.js';
import { aFreePort } from '../../support/free-port.js';
import { giveDatabase, makeKeyDatabase, makeRoles, urlsOf, type RoleUrls } from '../../support/roles.mjs';
import { installed } from '../../support/system-postgres.mjs';

const run = promisify(execFile);
/**
 * Folder of the system's newest PostgreSQL or of PG_BIN; undefined without one. The npm package lacks pg_basebackup.
 */
export const binaries = process.env['PG_BIN'] ?? installed.at(-1)?.binaries;
export const noSystemPostgres = 'there is no PostgreSQL of the system';
export const superuserPassword = 'known-to-tests-alone';

/** PostgreSQL refuses to run as root. */
export function anotherUser(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const idOf = (option: string) => Number(execFileSync('id', [option, 'nobody']).toString());
  return { uid: idOf('-u'), gid: idOf('-g') };
}

export class PairedServer {
  constructor(
    readonly port: number,
    private readonly data: string,
    private readonly settings: Readonly<Record<string, string>> = {},
  ) {}

  get host(): string {
    return `127.0.0.1:${this.port}`;
  }

  /** URL for the superuser. */
  superuserUrl(database: string): string {
    return `postgres://postgres:${superuserPassword}@${this.host}/${database}`;
  }

  async start(): Promise<void> {
    const options = `-p ${this.port} -k '' -c listen_addresses=127.0.0.1 -c fsync=off -c wal_level=replica -c hot_standby=on${Object.entries(
      this.settings,
    )
      .map(([name, value]) => ` -c ${name}=${value}`)
      .join('')}`;
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
    const from = `host=127.0.0.1 port=${this.port} user=postgres password=${superuserPassword} application_name=${name}`;
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

/** @param settings of the primary, for `postgresql.conf` */
export async function aPair(settings: Readonly<Record<string, string>> = {}): Promise<Pair> {
  const user = anotherUser();
  const folder = mkdtempSync(join(tmpdir(), 'upstander-pair-'));
  const secret = join(folder, 'password');
  writeFileSync(secret, superuserPassword);
  if (user.uid !== undefined) for (const path of [folder, secret]) chownSync(path, user.uid, user.gid!);
  const data = join(folder, 'primary');
  const init = ['-D', data, '-U', 'postgres', '-E', 'UTF8', '--no-sync', '--auth=scram-sha-256', `--pwfile=${secret}`];
  await runTool('initdb', init);
  const primary = new PairedServer(await aFreePort(), data, settings);
  await primary.start();
  const urls = await installUpstander(primary.superuserUrl('postgres'));
  const standby = await primary.follower(folder, 'standby');
  return {
    primary,
    standby,
    settings: (host = primary.host, suffix = '') => settingsFor(urls, host, suffix),
    url: (server) => settingsFor(urls, server.host).DATABASE_URL,
    async end() {
      // One of them may already be stopped.
      await Promise.allSettled([primary.stop(), standby.stop()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Creates the roles and databases on a server and migrates them. Returns their URLs. */
export async function installUpstander(server: string): Promise<RoleUrls> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await makeRoles(client, superuserPassword);
  await client.query('CREATE DATABASE upstander');
  await giveDatabase(client, 'upstander');
  await makeKeyDatabase(client, 'upstander_keys');
  await client.end();
  const urls = urlsOf(server, 'upstander', superuserPassword);
  const keys = { owner: urls.keysOwner, program: urls.keys };
  await migrate({ owner: urls.owner, program: urls.app }, { program: urls.sealed, keys });
  return urls;
}

/** Returns the settings of the programs for these hosts (`a:5432,b:5432`). */
export function settingsFor(urls: RoleUrls, hosts: string, suffix = '') {
  const at = (url: string) => url.replace(new URL(url).host, hosts) + suffix;
  return {
    DATABASE_URL: at(urls.app),
    SEALED_DATABASE_URL: at(urls.sealed),
    SEALED_KEYS_URL: at(urls.keys),
    SEALED_KEYS: `test:${Buffer.alloc(32, 7).toString('base64')}`,
    MIGRATE_DATABASE_URL: at(urls.owner),
    MIGRATE_KEYS_URL: at(urls.keysOwner),
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
