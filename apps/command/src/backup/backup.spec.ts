import { Envelope, KeyRing, RecordKeys, SealedDatabase } from '@upstander/advocacy';
import { dataSourceOptions, loadDemo, playAdvocacy } from '@upstander/db';
import { Database, loadConfig, Secrets, type Config } from '@upstander/platform';
import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { firstFree } from '../../../../tools/lib/ports.mjs';
import { postgresUser } from '../../../../tools/lib/postgres-binaries.mjs';
import { runCommand } from '../run-command.js';

/** The system's own PostgreSQL: the one from npm brings no pg_dump. */
const binaries = (existsSync('/usr/lib/postgresql') ? readdirSync('/usr/lib/postgresql') : [])
  .map((version) => `/usr/lib/postgresql/${version}/bin`)
  .filter((folder) => existsSync(join(folder, 'initdb')))
  .at(-1);

const secret = 'a secret that a backup is restored with';
const folder = mkdtempSync(join(tmpdir(), 'upstander-backup-'));
const servers: Server[] = [];
jest.setTimeout(120_000);
afterAll(() => {
  for (const server of servers) server.stop();
  rmSync(folder, { recursive: true, force: true });
});

(binaries ? describe : describe.skip)('a backup', () => {
  let before: Server;
  let after: Server;
  const saved = join(folder, 'saved');
  beforeAll(async () => {
    before = await Server.start('before');
    await before.makeRoles();
    expect(await before.run('migrate')).toMatchObject({ code: 0 });
    await fill(before.config());
    after = await Server.start('after');
  });

  test('holds every row of both databases, and is made by an owner that is no superuser', async () => {
    const made = await before.run('backup', '--to', saved);
    expect(made.said).toMatch(
      /upstander\.dump: \d{4,} rows of \d+ tables[\s\S]*keys\.dump: [\s\S]*SEALED_KEYS are not in it/,
    );
    expect(made.code).toBe(0);
    const { app, keys } = JSON.parse(readFileSync(join(saved, 'manifest.json'), 'utf8'));
    const counts = await before.asAdministrator('upstander', (client) =>
      client.query(`SELECT (SELECT count(*) FROM sealed.application)::int AS applications, (SELECT count(*) FROM sealed.audit)::int
        AS trail, (SELECT count(*) FROM events.signup)::int AS signups,
        (SELECT count(*) FROM pg_roles WHERE rolsuper AND rolname LIKE 'upstander%')::int AS mighty`),
    );
    const [row] = counts.rows;
    expect(row).toMatchObject({ mighty: 0, applications: expect.any(Number) });
    expect(row.applications * row.trail * row.signups).toBeGreaterThan(0);
    expect([app.rows['sealed.application'], app.rows['sealed.audit'], app.rows['events.signup']]).toEqual([
      row.applications,
      row.trail,
      row.signups,
    ]);
    expect(keys.rows['public.record_key']).toBeGreaterThan(row.applications);
    // Nobody else on the machine reads along, and another backup does not go over this one.
    expect(
      execFileSync('stat', ['-c', '%a', join(saved, 'upstander.dump')])
        .toString()
        .trim(),
    ).toBe('600');
    expect(await before.run('backup', '--to', saved)).toMatchObject({
      code: 1,
      said: expect.stringContaining('is not empty'),
    });
  });

  test('goes into an empty server without the roles once they are made, and opens', async () => {
    const early = await after.run('restore', '--from', saved);
    expect(early).toMatchObject({ code: 1, said: expect.stringMatching(/password|role|does not exist/) });
    await after.makeRoles();
    const restored = await after.run('restore', '--from', saved);
    expect(restored.said).toMatch(
      /Restoring the database from[\s\S]*The tables are those of this release[\s\S]*What to do now/,
    );
    expect(restored.code).toBe(0);
    expect(await aliasesOf(after.config())).toEqual(await aliasesOf(before.config()));
    // The programs get in with the rights of programs, and no more.
    const config = after.config();
    const client = new pg.Client({ connectionString: config.DATABASE_URL });
    await client.connect();
    await expect(client.query('SELECT FROM sealed.application')).rejects.toThrow('permission denied');
    await expect(client.query('DELETE FROM ledger.posting')).rejects.toThrow('permission denied');
    expect((await client.query('SELECT FROM volunteers.volunteer')).rowCount).toBeGreaterThan(100);
    await client.end();
    const again = await after.run('restore', '--from', saved);
    expect(again).toMatchObject({ code: 1, said: expect.stringContaining('the database is not empty') });
  });

  test('says so when the secrets are not those it was made with', async () => {
    const third = await Server.start('third', after);
    await third.makeRoles();
    third.settings['APP_SECRET'] = 'another secret, which opens nothing of it';
    third.settings['SEALED_KEYS'] = `demo:${Buffer.alloc(32, 9).toString('base64')}`;
    const { code, said } = await third.run('restore', '--from', saved);
    expect(said).toMatch(/APP_SECRET is not the one[\s\S]*SEALED_KEYS has a key named "demo" that does not open/);
    expect(code).toBe(1);
  });

  test('is refused where a file is damaged or the release is older than it', async () => {
    const changed = (name: string, change: (text: string) => string) => {
      const copy = join(folder, name);
      execFileSync('cp', ['-r', saved, copy]);
      const file = join(copy, 'manifest.json');
      writeFileSync(file, change(readFileSync(file, 'utf8')));
      return after.run('restore', '--from', copy);
    };
    expect((await changed('damaged', (text) => text.replace(/"sha256": "./, '"sha256": "_'))).said).toMatch(
      /is damaged/,
    );
    const newer = await changed('newer', (text) =>
      text.replace('"CreatePlatform', '"FromTheFuture1899000000000", "CreatePlatform'),
    );
    expect(newer.said).toMatch(/of a newer release than this program \(it has run FromTheFuture/);
    expect((await changed('foreign', () => '{}')).said).toMatch(/manifest\.json is not what “upstander backup”/);
  });

  test('is not made where rows would be missing from it without a word', async () => {
    await before.asAdministrator('upstander', (client) => client.query('DROP POLICY backup ON sealed.erased'));
    const made = await before.run('backup', '--to', join(folder, 'partial'));
    expect(made).toMatchObject({ code: 1, said: expect.stringContaining('Rows of sealed.erased would be missing') });
  });
});

/** Real people's worth of rows, sealed ones too. */
async function fill(config: Config): Promise<void> {
  const source = await new DataSource(dataSourceOptions(config)).initialize();
  const now = new Date();
  await loadDemo(new Database(source), now, new Secrets(config));
  await playAdvocacy(config, now);
  await source.destroy();
}

/** The names to use of everybody who applied, opened. */
async function aliasesOf(config: Config): Promise<Array<string | null>> {
  const database = new SealedDatabase(config);
  const client = await database.rows.connect();
  await client.query(`BEGIN; SET LOCAL sealed.reader = 'advocate'`);
  const { rows } = await client.query<{ id: string; alias: Buffer }>(
    'SELECT id, alias FROM sealed.application ORDER BY id',
  );
  await client.query('COMMIT');
  client.release();
  const envelope = new Envelope(new RecordKeys(database, new KeyRing(config), { now: () => new Date() }));
  const texts = rows.map(({ id, alias }) => ({ recordId: id, column: 'application.alias', rowId: id, sealed: alias }));
  const opened = await envelope.openAll(texts);
  await database.onApplicationShutdown();
  expect(opened.length).toBeGreaterThan(0);
  expect(opened).not.toContain(null);
  return opened;
}

/** A server of its own, with nothing in it, as an operator gets one. */
class Server {
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
      APP_SECRET: secret,
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
  static async start(name: string, on?: Server): Promise<Server> {
    if (on) return new Server(name, on.port, null, name);
    const user = postgresUser(folder) ?? {};
    chmodSync(folder, 0o755);
    const [data, password] = [mkdtempSync(join(folder, `${name}-`)), join(folder, 'password')];
    writeFileSync(password, 'of-postgres');
    if ('uid' in user) chownSync(data, user.uid, user.gid);
    const options = { ...user, cwd: '/', env: { PATH: process.env['PATH'], LC_ALL: 'C.UTF-8' } };
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
    const port = await firstFree(14_220);
    const started = `-p ${port} -k '' -c listen_addresses=127.0.0.1 -c fsync=off`;
    execFileSync(join(binaries!, 'pg_ctl'), ['start', '-w', '-D', data, '-l', join(data, 'log'), '-o', started], {
      ...options,
      stdio: 'ignore',
    });
    const server = new Server(name, port, data, 'upstander');
    servers.push(server);
    return server;
  }

  /** By the administrator of the server, with what `upstander roles` prints. */
  async makeRoles(): Promise<void> {
    const { said: input } = await this.run('roles');
    const psql = ['-v', 'ON_ERROR_STOP=1', '-q', this.administrator('postgres')];
    const { status, stderr } = spawnSync(join(binaries!, 'psql'), psql, { input });
    expect([status, stderr.toString()]).toEqual([0, '']);
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
    const spies = [jest.spyOn(console, 'log'), jest.spyOn(console, 'error')];
    for (const spy of spies) spy.mockImplementation((line: string) => void lines.push(line));
    const code = await runCommand([...args, '--env-file', file]);
    for (const spy of spies) spy.mockRestore();
    return { code, said: lines.join('\n') };
  }

  config(): Config {
    const { MIGRATE_DATABASE_URL: _, MIGRATE_KEYS_URL: __, ...settings } = this.settings;
    return loadConfig(settings);
  }

  async asAdministrator<T>(database: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
    const client = new pg.Client({ connectionString: this.administrator(database) });
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
        ...(postgresUser(this.data) ?? {}),
        cwd: '/',
        stdio: 'ignore',
      });
  }

  private administrator(database: string): string {
    return `postgres://postgres:of-postgres@127.0.0.1:${this.port}/${database}`;
  }
}
