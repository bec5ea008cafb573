import { loadConfig, type Config } from '@upstander/platform';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startSystemPostgres, type Installed, type SystemPostgres } from './system-postgres.mjs';
import { withoutMigrationSettings } from '../programs-settings.js';
import { runCommand } from '../run-command.js';

export const appSecret = 'a secret that a backup is restored with';

export const folder = mkdtempSync(join(tmpdir(), 'upstander-operator-'));
const servers: SystemPostgres[] = [];

export function stopServers(): void {
  for (const server of servers.splice(0)) server.stop();
  rmSync(folder, { recursive: true, force: true });
}

/** An empty PostgreSQL server, as an operator gets it. */
export class OwnServer {
  readonly settings: Record<string, string>;

  private constructor(
    private readonly name: string,
    private readonly server: SystemPostgres,
    databases: string,
  ) {
    const url = (role: string, database: string) =>
      `postgres://${role}:of-${role}@127.0.0.1:${server.port}/${database}`;
    this.settings = {
      NODE_ENV: 'test',
      PUBLIC_URL: 'http://127.0.0.1',
      APP_SECRET: appSecret,
      DATABASE_URL: url('upstander', databases),
      WORKER_DATABASE_URL: url('upstander_worker', databases),
      SEALED_DATABASE_URL: url('upstander_sealed', databases),
      SEALED_KEYS_URL: url('upstander_sealed', `${databases}_keys`),
      WORKER_SEALED_DATABASE_URL: url('upstander_worker_sealed', databases),
      WORKER_SEALED_KEYS_URL: url('upstander_worker_sealed', `${databases}_keys`),
      SEALED_KEYS: `demo:${Buffer.alloc(32, 7).toString('base64')}`,
      MIGRATE_DATABASE_URL: url('upstander_owner', databases),
      MIGRATE_KEYS_URL: url('upstander_owner', `${databases}_keys`),
      SMTP_URL: 'smtp://127.0.0.1:1',
      MAIL_FROM: 'hello@upstander.invalid',
      STRIPE_SECRET_KEY: 'sk_test_sandbox',
      STRIPE_WEBHOOK_SECRET: 'whsec_sandbox',
    };
  }

  /** Creates two more databases on the server of `on`, or starts a server, by default of the newest version. */
  static async start(name: string, { on, of }: { on?: OwnServer; of?: Installed } = {}): Promise<OwnServer> {
    if (on) return new OwnServer(name, on.server, name);
    const server = await startSystemPostgres(of);
    servers.push(server);
    return new OwnServer(name, server, 'upstander');
  }

  async makeRoles(user = 'postgres'): Promise<void> {
    const { said: input } = await this.run('roles');
    const psql = ['-v', 'ON_ERROR_STOP=1', '-q', this.administrator('postgres', user)];
    const { status, stderr } = spawnSync(join(this.server.binaries, 'psql'), psql, { input });
    if (status !== 0 || stderr.length > 0) throw new Error(`psql: ${stderr.toString()}`);
  }

  async run(...args: string[]): Promise<{ code: number; said: string }> {
    // Another spec of the same Jest worker may have removed it.
    mkdirSync(folder, { recursive: true });
    const file = join(folder, `${this.name}.env`);
    writeFileSync(
      file,
      Object.entries(this.settings)
        .map(([name, value]) => `${name}="${value}"\n`)
        .join(''),
    );
    const lines: string[] = [];
    const addLine = (line: string) => void lines.push(line);
    const code = await runCommand([...args, '--env-file', file], { log: addLine, error: addLine });
    return { code, said: lines.join('\n') };
  }

  withSettings(changes: Readonly<Record<string, string | undefined>>): OwnServer {
    return Object.assign(Object.create(OwnServer.prototype) as OwnServer, this, {
      settings: { ...this.settings, ...changes },
    });
  }

  config(): Config {
    return loadConfig(withoutMigrationSettings(this.settings));
  }

  async runAsAdministrator<T>(database: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
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

  private administrator(database: string, user = 'postgres'): string {
    return `postgres://${user}:of-${user}@127.0.0.1:${this.server.port}/${database}`;
  }
}
