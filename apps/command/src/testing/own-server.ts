import { loadConfig, type Config } from '@upstander/platform';
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { runCommand } from '../run-command.js';

const home = '/usr/lib/postgresql';

/** The system's own PostgreSQL, undefined where there is none: the one from npm brings no pg_dump. */
export const binaries = (existsSync(home) ? readdirSync(home) : [])
  .map((version) => join(home, version, 'bin'))
  .filter((folder) => existsSync(join(folder, 'initdb')))
  .at(-1);

export const appSecret = 'a secret that a backup is restored with';

/** Where everything of a test goes; `stopServers` takes it away. */
export const folder = mkdtempSync(join(tmpdir(), 'upstander-operator-'));
const servers: OwnServer[] = [];

export function stopServers(): void {
  for (const server of servers) server.stop();
  rmSync(folder, { recursive: true, force: true });
}

/** PostgreSQL refuses to run as root. */
function anotherUser(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const idOf = (option: string) => Number(execFileSync('id', [option, 'nobody']).toString());
  return { uid: idOf('-u'), gid: idOf('-g') };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** A server of its own, with nothing in it, as an operator gets one. */
export class OwnServer {
  readonly settings: Record<string, string>;

  private constructor(
    private readonly name: string,
    private readonly port: number,
    private readonly data: string | null,
    databases: string,
  ) {
    const url = (role: string, database: string) => `postgres://${role}:of-${role}@127.0.0.1:${port}/${database}`;
    this.settings = {
      NODE_ENV: 'test',
      PUBLIC_URL: 'http://127.0.0.1',
      APP_SECRET: appSecret,
      DATABASE_URL: url('upstander', databases),
      SEALED_DATABASE_URL: url('upstander_sealed', databases),
      SEALED_KEYS_URL: url('upstander_sealed', `${databases}_keys`),
      SEALED_KEYS: `demo:${Buffer.alloc(32, 7).toString('base64')}`,
      MIGRATE_DATABASE_URL: url('upstander_owner', databases),
      MIGRATE_KEYS_URL: url('upstander_owner', `${databases}_keys`),
      SMTP_URL: 'smtp://127.0.0.1:1',
      MAIL_FROM: 'hello@upstander.invalid',
      STRIPE_SECRET_KEY: 'sk_test_sandbox',
      STRIPE_WEBHOOK_SECRET: 'whsec_sandbox',
    };
  }

  /** With `on`, two more databases on a server that runs. */
  static async start(name: string, on?: OwnServer): Promise<OwnServer> {
    if (on) return new OwnServer(name, on.port, null, name);
    const user = anotherUser();
    chmodSync(folder, 0o755);
    const [data, password] = [mkdtempSync(join(folder, `${name}-`)), join(folder, 'password')];
    writeFileSync(password, 'of-postgres');
    if (user.uid !== undefined) chownSync(data, user.uid, user.gid!);
    const options = { ...user, cwd: '/', env: { PATH: '/usr/bin:/bin', LC_ALL: 'C.UTF-8' } };
    const init = [
      '-D',
      data,
      '-U',
      'postgres',
      '-E',
      'UTF8',
      '--no-sync',
      '--auth=scram-sha-256',
      `--pwfile=${password}`,
    ];
    execFileSync(join(binaries!, 'initdb'), init, options);
    const port = await freePort();
    const started = `-p ${port} -k '' -c listen_addresses=127.0.0.1 -c fsync=off`;
    execFileSync(join(binaries!, 'pg_ctl'), ['start', '-w', '-D', data, '-l', join(data, 'log'), '-o', started], {
      ...options,
      stdio: 'ignore',
    });
    const server = new OwnServer(name, port, data, 'upstander');
    servers.push(server);
    return server;
  }

  /** By the administrator of the server, with what `upstander roles` prints. */
  async makeRoles(user = 'postgres'): Promise<void> {
    const { said: input } = await this.run('roles');
    const psql = ['-v', 'ON_ERROR_STOP=1', '-q', this.administrator('postgres', user)];
    const { status, stderr } = spawnSync(join(binaries!, 'psql'), psql, { input });
    if (status !== 0 || stderr.length > 0) throw new Error(`psql: ${stderr.toString()}`);
  }

  /** A command with these settings, and what it says. */
  async run(...args: string[]): Promise<{ code: number; said: string }> {
    const file = join(folder, `${this.name}.env`);
    writeFileSync(
      file,
      Object.entries(this.settings)
        .map(([name, value]) => `${name}="${value}"\n`)
        .join(''),
    );
    const lines: string[] = [];
    const keep = (line: string) => void lines.push(line);
    const code = await runCommand([...args, '--env-file', file], { log: keep, error: keep });
    return { code, said: lines.join('\n') };
  }

  /** The same with other settings. */
  with(changes: Readonly<Record<string, string | undefined>>): OwnServer {
    return Object.assign(Object.create(OwnServer.prototype) as OwnServer, this, {
      settings: { ...this.settings, ...changes },
    });
  }

  config(): Config {
    const { MIGRATE_DATABASE_URL: _, MIGRATE_KEYS_URL: __, ...settings } = this.settings;
    return loadConfig(settings);
  }

  async asAdministrator<T>(database: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
    const client = new pg.Client({
      connectionString: this.administrator(database),
      connectionTimeoutMillis: 10_000,
    });
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  }

  stop(): void {
    if (this.data)
      execFileSync(join(binaries!, 'pg_ctl'), ['stop', '-m', 'immediate', '-D', this.data], {
        ...anotherUser(),
        cwd: '/',
        stdio: 'ignore',
      });
  }

  private administrator(database: string, user = 'postgres'): string {
    return `postgres://${user}:of-${user}@127.0.0.1:${this.port}/${database}`;
  }
}
