import { BoundedClient, boundedWaits } from '@upstander/platform';
import { spawnSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { chownSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { anAuthority, type Authority } from '../support/certificates.js';
import { eventually } from '../support/eventually.js';
import { aFreePort } from '../support/free-port.js';
import { installed, startSystemPostgres, type SystemPostgres } from '../support/system-postgres.mjs';
import { startAppProcess } from './support/processes.js';
import { programSettings } from './support/program-settings.js';

jest.setTimeout(120_000);

const enteredBy = {
  DATABASE_URL: ['upstander', 'upstander'],
  SEALED_DATABASE_URL: ['upstander_sealed', 'upstander'],
  SEALED_KEYS_URL: ['upstander_sealed', 'upstander_keys'],
  WORKER_DATABASE_URL: ['upstander_worker', 'upstander'],
  WORKER_SEALED_DATABASE_URL: ['upstander_worker_sealed', 'upstander'],
  WORKER_SEALED_KEYS_URL: ['upstander_worker_sealed', 'upstander_keys'],
  MIGRATE_DATABASE_URL: ['upstander_owner', 'upstander'],
  MIGRATE_KEYS_URL: ['upstander_owner', 'upstander_keys'],
} as const;
type Name = keyof typeof enteredBy;
const roles = [...new Set(Object.values(enteredBy).map(([role]) => role))];

(installed.length > 0 ? describe : describe.skip)('PostgreSQL that accepts client certificates only', () => {
  const folder = mkdtempSync(join(tmpdir(), 'upstander-certificates-'));
  const fileOf = (name: string) => join(folder, name);
  const servers = anAuthority('Servers');
  let server: SystemPostgres;
  let log: string;
  let serverAuthority: string;

  /** Replaces each file in one step, as certificate managers do. */
  function issueCertificates(authority: Authority): void {
    for (const role of roles) {
      const { cert, key } = authority.issue(role);
      writeFileSync(fileOf('new.crt'), cert);
      writeFileSync(fileOf('new.key'), key, { mode: 0o600 });
      renameSync(fileOf('new.crt'), fileOf(`${role}.crt`));
      renameSync(fileOf('new.key'), fileOf(`${role}.key`));
    }
  }

  function urlOf(name: Name, holder: string = enteredBy[name][0]): string {
    const [role, database] = enteredBy[name];
    const files = `sslrootcert=${fileOf('servers.crt')}&sslcert=${fileOf(`${holder}.crt`)}&sslkey=${fileOf(`${holder}.key`)}`;
    return `postgres://${role}@127.0.0.1:${server.port}/${database}?sslmode=verify-full&${files}`;
  }

  const settingsOfPrograms = () => ({
    ...programSettings,
    SEALED_KEYS: `tests:${Buffer.alloc(32, 7).toString('base64')}`,
    DATABASE_URL: urlOf('DATABASE_URL'),
    SEALED_DATABASE_URL: urlOf('SEALED_DATABASE_URL'),
    SEALED_KEYS_URL: urlOf('SEALED_KEYS_URL'),
  });

  /** Uses the settings of the migrations. */
  function run(...command: string[]): string {
    const names = (Object.keys(enteredBy) as Name[]).filter((name) => /^(?:WORKER|MIGRATE)/.test(name));
    const own = Object.fromEntries(names.map((name) => [name, urlOf(name)]));
    const env = { PATH: process.env['PATH'], ...settingsOfPrograms(), ...own };
    const { status, stdout, stderr } = spawnSync(process.execPath, ['dist/apps/command/main.js', ...command], {
      cwd: join(__dirname, '../..'),
      env,
    });
    if (status !== 0) throw new Error(`${command.join(' ')}: ${stdout.toString()}${stderr.toString()}`);
    return stdout.toString();
  }

  async function asAdministrator<T>(work: (client: pg.Client) => Promise<T>, database = 'postgres'): Promise<T> {
    const client = new pg.Client({ connectionString: server.url.replace(/postgres$/, database) });
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  }

  async function enter(connectionString: string, sql = 'SELECT 1'): Promise<void> {
    const client = new BoundedClient({ connectionString });
    try {
      await client.connect();
      await client.query(sql);
    } finally {
      await client.end().catch(() => undefined);
    }
  }

  async function requireCertificates(): Promise<void> {
    await asAdministrator(async (client) => {
      const { rows } = await client.query<{ data: string; rules: string }>(
        `SELECT current_setting('data_directory') AS data, current_setting('hba_file') AS rules`,
      );
      const { data, rules } = rows[0]!;
      log = join(dirname(data), 'log');
      serverAuthority = join(data, 'clients.crt');
      const { uid, gid } = statSync(rules);
      const { cert, key } = servers.issue('localhost');
      for (const [name, text] of Object.entries({ 'server.crt': cert, 'server.key': key })) {
        writeFileSync(join(data, name), text, { mode: 0o600 });
        chownSync(join(data, name), uid, gid);
      }
      writeFileSync(rules, 'host all postgres 127.0.0.1/32 scram-sha-256\nhostssl all all 127.0.0.1/32 cert\n');
      for (const sql of [`ssl_ca_file = 'clients.crt'`, 'ssl = on', 'log_connections = on'])
        await client.query(`ALTER SYSTEM SET ${sql}`);
    });
  }

  async function acceptOnly(authority: Authority): Promise<void> {
    writeFileSync(serverAuthority, authority.cert);
    await asAdministrator((client) => client.query('SELECT pg_reload_conf()'));
    await eventually(async () => {
      const client = new pg.Client({ connectionString: urlOf('MIGRATE_DATABASE_URL') });
      client.on('error', () => undefined);
      try {
        await client.connect();
        return true;
      } finally {
        await client.end().catch(() => undefined);
      }
    });
  }

  beforeAll(async () => {
    server = await startSystemPostgres();
    writeFileSync(fileOf('servers.crt'), servers.cert);
    const first = anAuthority('Clients');
    issueCertificates(first);
    await requireCertificates();
    const psql = ['-v', 'ON_ERROR_STOP=1', '-q', server.url];
    const { status, stderr } = spawnSync(join(server.binaries, 'psql'), psql, { input: run('roles') });
    expect([status, stderr.toString()]).toEqual([0, '']);
    await acceptOnly(first);
    run('migrate');
  });
  afterAll(() => {
    server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test('each program connects with its own certificate and without a password, and stays up when they are replaced', async () => {
    const port = String(await aFreePort());
    const api = startAppProcess('api', { ...settingsOfPrograms(), PORT: port });
    const worker = startAppProcess('worker', {
      ...settingsOfPrograms(),
      DATABASE_URL: urlOf('WORKER_DATABASE_URL'),
      SEALED_DATABASE_URL: urlOf('WORKER_SEALED_DATABASE_URL'),
      SEALED_KEYS_URL: urlOf('WORKER_SEALED_KEYS_URL'),
    });
    await Promise.all([api.waitForOutput(/the api is listening/), worker.waitForOutput(/the worker is ready/)]);
    await eventually(() => {
      const text = readFileSync(log, 'utf8');
      return roles.every((role) => text.includes(`identity="CN=${role}" method=cert`));
    });
    const next = anAuthority('Next clients');
    issueCertificates(next);
    await acceptOnly(next);
    await asAdministrator((client) =>
      client.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename LIKE 'upstander%'`),
    );
    const isReady = async () => (await fetch(`http://127.0.0.1:${port}/readyz`)).status === 200;
    const worksAgain = `SELECT FROM pg_stat_activity a JOIN pg_stat_ssl s USING (pid)
      WHERE a.usename = $1 AND s.issuer_dn LIKE '%Next clients%'`;
    const isConnected = (role: string) =>
      asAdministrator(async (client) => (await client.query(worksAgain, [role])).rows.length > 0);
    await eventually(async () => (await isReady()) && (await isConnected('upstander')));
    await eventually(() => isConnected('upstander_worker'));
    expect(await Promise.all([api.end('SIGTERM'), worker.end('SIGTERM')])).toEqual([0, 0]);
  });

  test('backs up with the owner’s certificate', () => {
    expect(run('backup', '--to', fileOf('backup'))).not.toBe('');
    expect(statSync(fileOf('backup/upstander.dump')).size).toBeGreaterThan(0);
  });

  test('rejects a certificate of another role, and a connection without one', async () => {
    await enter(urlOf('SEALED_DATABASE_URL'));
    for (const other of ['upstander', 'upstander_worker', 'upstander_worker_sealed'])
      await expect(enter(urlOf('SEALED_DATABASE_URL', other))).rejects.toThrow(
        'certificate authentication failed for user "upstander_sealed"',
      );
    const withPassword = new URL(urlOf('SEALED_DATABASE_URL'));
    withPassword.password = 'of-upstander_sealed';
    withPassword.searchParams.delete('sslcert');
    withPassword.searchParams.delete('sslkey');
    await expect(enter(withPassword.href)).rejects.toThrow('requires a valid client certificate');
  });

  test('gives the worker’s login the rows of the sealed zone and its keys, and the app’s tables to neither', async () => {
    const zone = urlOf('WORKER_SEALED_DATABASE_URL');
    await enter(zone, 'SELECT FROM sealed.application');
    await enter(urlOf('WORKER_SEALED_KEYS_URL'), 'SELECT FROM record_key');
    await expect(enter(zone, 'SELECT FROM identity.account')).rejects.toThrow('permission denied');
    await expect(enter(urlOf('WORKER_DATABASE_URL'), 'SELECT FROM sealed.application')).rejects.toThrow(
      'permission denied',
    );
  });

  test('new connections use the replaced certificate while a running request continues', async () => {
    const url = urlOf('WORKER_SEALED_DATABASE_URL');
    const limits = { DATABASE_CONNECT_SECONDS: 30, DATABASE_STATEMENT_SECONDS: 60, DATABASE_IDLE_SECONDS: 60 };
    const pool = new pg.Pool({ connectionString: url, max: 2, ...boundedWaits(limits) });
    const serial = `SELECT client_serial::text AS serial FROM pg_stat_ssl WHERE pid = pg_backend_pid()`;
    const serialOf = async () => (await pool.query<{ serial: string }>(serial)).rows[0]!.serial;
    const serialInFile = () =>
      BigInt(`0x${new X509Certificate(readFileSync(fileOf('upstander_worker_sealed.crt'))).serialNumber}`).toString();
    const holder = await pool.connect();
    try {
      const before = await holder.query<{ serial: string }>(serial);
      const old = serialInFile();
      expect(before.rows[0]!.serial).toBe(old);
      const next = anAuthority('Third clients');
      // Keeps a statement running on the old connection meanwhile.
      await asAdministrator(async (administrator) => {
        await administrator.query('SELECT pg_advisory_lock(1)');
        const running = holder.query<{ serial: string }>(
          `WITH lock AS MATERIALIZED (SELECT pg_advisory_lock(1)) ${serial} AND EXISTS (SELECT FROM lock)`,
        );
        issueCertificates(next);
        await acceptOnly(next);
        expect(await serialOf()).toBe(serialInFile());
        expect(serialInFile()).not.toBe(old);
        await administrator.query('SELECT pg_advisory_unlock(1)');
        expect((await running).rows[0]!.serial).toBe(old);
      }, 'upstander');
    } finally {
      holder.release(true);
      await pool.end();
    }
  });

  test('a missing certificate file fails the connection, and the next one works once it is back', async () => {
    const url = urlOf('DATABASE_URL');
    const limits = { DATABASE_CONNECT_SECONDS: 30, DATABASE_STATEMENT_SECONDS: 60, DATABASE_IDLE_SECONDS: 60 };
    const pool = new pg.Pool({ connectionString: url, max: 1, ...boundedWaits(limits) });
    const key = fileOf('upstander.key');
    renameSync(key, `${key}.away`);
    const waiting = [pool.query('SELECT 1'), pool.query('SELECT 1')];
    expect(await Promise.allSettled(waiting)).toMatchObject([
      { status: 'rejected', reason: { code: 'ENOENT' } },
      { status: 'rejected', reason: { code: 'ENOENT' } },
    ]);
    renameSync(`${key}.away`, key);
    expect((await pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
    await pool.end();
  });
});
