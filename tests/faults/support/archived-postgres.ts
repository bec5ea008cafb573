import { migrate } from '@upstander/db';
import { execFileSync, spawn } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { eventually } from '../../support/eventually.js';
import { aFreePort } from '../../support/free-port.js';
import { giveDatabase, makeKeyDatabase, makeRoles, urlsOf } from '../../support/roles.mjs';
import { installed } from '../../support/system-postgres.mjs';

const command = resolve(__dirname, '../../../dist/apps/command/main.js');

/** PostgreSQL refuses to run as root, and so do the commands for its archive. */
function anotherUser(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const idOf = (option: string) => Number(execFileSync('id', [option, 'nobody']).toString());
  return { uid: idOf('-u'), gid: idOf('-g') };
}

/** A server of the distribution on a socket, with commands that run as its user. */
export class ArchivedPostgres {
  readonly folder = mkdtempSync(join(tmpdir(), 'upstander-archived-'));
  readonly binaries = installed.at(-1)!.binaries;
  private readonly running = new Set<string>();
  port = 0;

  /** @param options of the server, until it is restarted */
  async start(options = ''): Promise<void> {
    const { uid, gid } = anotherUser();
    if (uid !== undefined) chownSync(this.folder, uid, gid!);
    this.port = await aFreePort();
    await this.tool('initdb', '-D', this.path('data'), '-U', 'postgres', '-E', 'UTF8', '--no-sync', '--auth=trust');
    await this.startOn('data', options);
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  async startOn(data: string, more = ''): Promise<void> {
    const options = `-p ${this.port} -k ${this.folder} -c listen_addresses=127.0.0.1 -c fsync=off ${more}`;
    await this.tool('pg_ctl', 'start', '-w', '-D', this.path(data), '-l', this.path(`${data}.log`), '-o', options);
    this.running.add(data);
  }

  /** Stops it immediately, as if the machine failed. */
  async halt(data: string): Promise<void> {
    await this.tool('pg_ctl', 'stop', '-m', 'immediate', '-D', this.path(data));
    this.running.delete(data);
  }

  async query<T extends pg.QueryResultRow>(sql: string, database = 'upstander'): Promise<T[]> {
    const client = new pg.Client({ host: this.folder, port: this.port, user: 'postgres', database });
    await client.connect();
    try {
      return (await client.query<T>(sql)).rows;
    } finally {
      await client.end();
    }
  }

  /** Runs the operator's command as the server's user. */
  async run(settings: Readonly<Record<string, string>>, ...args: string[]): Promise<{ code: number; said: string }> {
    const env = {
      PATH: '/usr/bin:/bin',
      HOME: this.folder,
      PGHOST: this.folder,
      PGPORT: String(this.port),
      ...settings,
    };
    const child = spawn(process.execPath, [command, ...args], { ...anotherUser(), cwd: '/', env });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (said += text.toString()));
    const code = await new Promise<number>((done) => child.once('close', (status) => done(status ?? 1)));
    return { code, said: said.trim() };
  }

  /** URL for the superuser. */
  get url(): string {
    return `postgres://postgres:any@127.0.0.1:${this.port}/postgres`;
  }

  /** Creates the databases and migrates them. */
  async install(): Promise<void> {
    const client = new pg.Client({ connectionString: this.url });
    await client.connect();
    await makeRoles(client, 'any');
    await client.query('CREATE DATABASE upstander');
    await giveDatabase(client, 'upstander');
    await makeKeyDatabase(client, 'upstander_keys');
    await client.end();
    const urls = urlsOf(this.url, 'upstander', 'any');
    const keys = { owner: urls.keysOwner, program: urls.keys };
    await migrate({ owner: urls.owner, program: urls.app }, { program: urls.sealed, keys });
  }

  /** Returns once everything written so far is in the archive. */
  async archiveAll(): Promise<void> {
    const [segment] = await this.query<{ name: string }>('SELECT pg_walfile_name(pg_switch_wal()) AS name');
    await eventually(async () => {
      const [archiver] = await this.query<{ last: string }>('SELECT last_archived_wal AS last FROM pg_stat_archiver');
      return archiver!.last >= segment!.name;
    });
  }

  async end(): Promise<void> {
    for (const data of this.running) await this.halt(data).catch(() => undefined);
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async tool(name: string, ...args: string[]): Promise<void> {
    // The server would keep a pipe of pg_ctl open.
    const child = spawn(join(this.binaries, name), args, {
      ...anotherUser(),
      cwd: '/',
      env: { PATH: '/usr/bin:/bin', LC_ALL: 'C.UTF-8' },
      stdio: 'ignore',
    });
    const code = await new Promise((done) => child.once('close', done));
    if (code !== 0) throw new Error(`${name} ${args[0]} ended with ${String(code)}.`);
  }
}
