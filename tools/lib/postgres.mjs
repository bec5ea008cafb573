import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  appendFileSync,
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { connect } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { giveDatabase, makeKeyDatabase, makeRoles, takeOverDatabase, urlsOf } from './database-roles.mjs';
import { Users, withLock } from './lock.mjs';
import { isOpenTo, makeOpenFolder, postgresHome, postgresUser } from './postgres-binaries.mjs';
import { firstFree, isFree } from './ports.mjs';

/** Several times faster, but a crash may lose everything. */
export const THROW_AWAY = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: 300,
  shared_buffers: '256MB',
  max_wal_size: '512MB',
  autovacuum_naptime: '10min',
  wal_level: 'minimal',
  max_wal_senders: 0,
  jit: 'off',
};

/**
 * Starts the npm PostgreSQL, or joins one already running on this data folder, and creates the database. `stop` keeps
 * it running while other processes use it.
 * @param {{ dataDir: string, port: number, movable?: boolean, passing?: boolean, settings?: Record<string, string |
 * number>, database?: string }} options `movable`: use the next free port if `port` is taken; `passing`: the last user
 * to stop it deletes its data
 * @returns {Promise<{ url: string, urls: ReturnType<typeof urlsOf>, port: number, pid: number, adopted: boolean, stop:
 * () => Promise<void>, emptied: () => Promise<void> }>} `url` is the superuser's; `urls` are for programs and
 * migrations; `emptied` deletes everything in the database
 */
export async function startPostgres({
  dataDir,
  port,
  movable = false,
  passing = false,
  settings = {},
  database = 'upstander',
}) {
  const folder = resolve(dataDir);
  mkdirSync(dirname(folder), { recursive: true });
  const user = postgresUser(folder);
  const home = postgresHome(user);
  const users = new Users(`${folder}.users`);
  return withLock(`${folder}.lock`, async () => {
    const data = placeData(folder, user);
    const server = new Server(home, data, user);
    const password = await server.prepare(`${folder}.password`);
    let running = await server.status();
    const adopted = Boolean(running);
    if (!running) {
      await server.start(await choosePort(port, movable), settings);
      running = await server.status();
    }
    users.enter();
    const url = `postgres://postgres:${password}@127.0.0.1:${running.port}/${database}`;
    await ensureDatabase(url, database, password);
    const stop = () =>
      withLock(`${folder}.lock`, async () => {
        if (!users.leave()) return;
        if (await server.status()) await server.stop();
        if (passing) rmSync(data, { recursive: true, force: true });
      });
    const emptyDatabases = async () => {
      await dropDatabases(url, [database, `${database}_keys`]);
      await ensureDatabase(url, database, password);
    };
    const urls = urlsOf(url, database, password);
    return { url, urls, port: running.port, pid: running.pid, adopted, stop, emptied: emptyDatabases };
  });
}

async function choosePort(port, movable) {
  if (await isFree(port)) return port;
  if (movable) return firstFree(port + 1);
  throw new Error(`Port ${port} of our PostgreSQL is taken by another program. Choose another one: PGPORT_DEV=…`);
}

/** Returns a folder in the project, or a linked one elsewhere if the PostgreSQL user can't access it. */
function placeData(folder, user) {
  const parent = dirname(folder);
  if (user && !isOpenTo(user, parent) && isOpenTo(user, dirname(parent))) chmodSync(parent, 0o711);
  if (existsSync(folder)) return realpathSync(folder);
  const isLink = Boolean(lstatSync(folder, { throwIfNoEntry: false }));
  if (!isLink && isOpenTo(user, parent)) return folder;
  // Replaces a dangling link.
  rmSync(folder, { force: true });
  const target = join(makeOpenFolder(user, 'data'), 'data');
  symlinkSync(target, folder);
  return target;
}

class Server {
  constructor(home, data, user) {
    this.home = home;
    this.data = data;
    this.user = user;
  }

  /** Returns the superuser's password. */
  async prepare(passwordFile) {
    if (existsSync(join(this.data, 'PG_VERSION'))) {
      const [made, ours] = [this.madeBy(), await this.version()];
      if (made !== ours)
        throw new Error(`${this.data} was created by PostgreSQL ${made}; this is ${ours}. Move the folder away.`);
      return readFileSync(passwordFile, 'utf8').trim();
    }
    const password = randomBytes(18).toString('base64url');
    writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
    await this.init(password);
    return password;
  }

  async init(password) {
    const unfinished = `${this.data}.new`;
    const secret = `${this.data}.pw`;
    for (const locale of ['C.UTF-8', 'en_US.UTF-8', 'C']) {
      rmSync(unfinished, { recursive: true, force: true });
      mkdirSync(unfinished, { recursive: true, mode: 0o700 });
      this.write(secret, password);
      this.give(unfinished);
      const { code, output } = await this.run('initdb', [
        '-D',
        unfinished,
        '-U',
        'postgres',
        '-E',
        'UTF8',
        '--no-sync',
        '--no-instructions',
        '--locale-provider=icu',
        '--icu-locale=und',
        `--locale=${locale}`,
        '--auth=scram-sha-256',
        `--pwfile=${secret}`,
        // The password has 144 random bits, so key stretching would only slow down connections.
        '-c',
        'scram_iterations=1',
      ]);
      rmSync(secret, { force: true });
      if (code === 0) {
        appendFileSync(join(unfinished, 'postgresql.conf'), "include_if_exists = 'upstander.conf'\n");
        renameSync(unfinished, this.data);
        return;
      }
      if (locale === 'C' || !/locale/i.test(output)) throw new Error(`initdb failed:\n${output}`);
    }
  }

  /** Returns null if not running. After a crash, the PID in the file may belong to another process. */
  async status() {
    const file = join(this.data, 'postmaster.pid');
    if (!existsSync(file)) return null;
    const { code } = await this.run('pg_ctl', ['status', '-D', this.data]);
    if (code !== 0) return null;
    const [pid, , , port] = readFileSync(file, 'utf8').split('\n').map(Number);
    if (!isPostgres(pid)) {
      rmSync(file);
      return null;
    }
    for (let tries = 0; tries < 200; tries += 1) {
      if (await accepts(port)) return { pid, port };
      await wait(50);
    }
    throw new Error(`PostgreSQL (process ${pid}) runs on ${this.data} but does not respond on port ${port}.`);
  }

  async start(port, settings) {
    const all = { port, listen_addresses: '127.0.0.1', unix_socket_directories: '', timezone: 'UTC', ...settings };
    const lines = Object.entries(all).map(([name, value]) => `${name} = '${value}'\n`);
    this.write(join(this.data, 'upstander.conf'), lines.join(''));
    const log = join(this.data, 'server.log');
    const { code, output } = await this.run('pg_ctl', ['start', '-w', '-t', '60', '-D', this.data, '-l', log]);
    if (code === 0) return;
    const tail = existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n').slice(-10).join('\n') : output;
    throw new Error(`PostgreSQL did not start:\n${tail}`);
  }

  async stop() {
    const { code, output } = await this.run('pg_ctl', ['stop', '-m', 'fast', '-w', '-t', '60', '-D', this.data]);
    if (code !== 0) throw new Error(`PostgreSQL did not stop:\n${output}`);
  }

  run(program, args) {
    const env = { PATH: process.env.PATH, LC_MESSAGES: 'C', TZ: 'UTC' };
    return new Promise((resolve, reject) => {
      const child = spawn(join(this.home, 'bin', program), args, {
        ...this.user,
        env,
        cwd: '/',
        // A separate session, so Ctrl-C reaches only us.
        detached: true,
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      let output = '';
      child.stdout.on('data', (text) => (output += text));
      child.stderr.on('data', (text) => (output += text));
      child.on('error', reject);
      // Wait for `close`, because output may still arrive after `exit`.
      child.on('close', (code) => resolve({ code, output }));
    });
  }

  write(path, text) {
    writeFileSync(path, text, { mode: 0o600 });
    this.give(path);
  }

  give(path) {
    if (this.user) chownSync(path, this.user.uid, this.user.gid);
  }

  madeBy() {
    return readFileSync(join(this.data, 'PG_VERSION'), 'utf8').trim();
  }

  async version() {
    return /(\d+)/.exec((await this.run('postgres', ['--version'])).output)[1];
  }
}

/** Always true where this is unknown (not Linux). */
function isPostgres(pid) {
  try {
    return /^\d+ \(postgres\) [^ZX]/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return !existsSync('/proc/self/stat');
  }
}

function accepts(port) {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}

async function ensureDatabase(url, database, password) {
  const keys = `${database}_keys`;
  await withClient(url, 'postgres', async (client) => {
    await makeRoles(client, password);
    const { rows } = await client.query('SELECT datname FROM pg_database WHERE datname = ANY ($1)', [[database, keys]]);
    for (const { datname } of rows) await withClient(url, datname, takeOverDatabase);
    if (!rows.some(({ datname }) => datname === database))
      await client.query(`CREATE DATABASE ${client.escapeIdentifier(database)}`);
    await giveDatabase(client, database);
    await makeKeyDatabase(client, keys);
  });
}

async function dropDatabases(url, names) {
  await withClient(url, 'postgres', async (client) => {
    for (const name of names)
      await client.query(`drop database if exists ${client.escapeIdentifier(name)} with (force)`);
  });
}

async function withClient(url, database, work) {
  const { default: pg } = await import('pg');
  const address = new URL(url);
  address.pathname = `/${database}`;
  const client = new pg.Client({ connectionString: address.href });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
