import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { eventually } from './eventually.js';
import { aFreePort } from './free-port.js';

export interface PgBouncer {
  /** URL of the same database through the pooler. */
  through(url: string): string;
  end(): Promise<void>;
}

export const hasPgBouncer = ((): boolean => {
  try {
    execFileSync('pgbouncer', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

/**
 * Starts PgBouncer in transaction mode with few connections, as in the operator guide. `drops` are startup parameters
 * it doesn't pass on; `size` is the number of connections to PostgreSQL.
 */
export async function aPgBouncer(url: string, { drops = [] as string[], size = 3 } = {}): Promise<PgBouncer> {
  const { hostname, port: server, username, password } = new URL(url);
  const port = await aFreePort();
  const folder = mkdtempSync(join(tmpdir(), 'pgbouncer-'));
  const [users, file] = [join(folder, 'users.txt'), join(folder, 'pgbouncer.ini')];
  writeFileSync(users, `"${decodeURIComponent(username)}" "${decodeURIComponent(password)}"\n`);
  writeFileSync(
    file,
    `[databases]
* = host=${hostname} port=${server}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = plain
auth_file = ${users}
pool_mode = transaction
default_pool_size = ${size}
max_client_conn = 1000
ignore_startup_parameters = ${['statement_timeout', 'idle_in_transaction_session_timeout', ...drops].join(',')}
`,
  );
  // It refuses to run as root.
  const unprivilegedUser = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : null;
  if (unprivilegedUser) {
    for (const path of [folder, users, file]) chownSync(path, unprivilegedUser.uid, unprivilegedUser.gid);
    chmodSync(folder, 0o700);
  }
  const child = spawn('pgbouncer', ['-q', file], { ...(unprivilegedUser ?? {}), stdio: 'ignore', cwd: '/' });
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const through = (address: string) => {
    const proxied = new URL(address);
    proxied.host = `127.0.0.1:${port}`;
    return proxied.href;
  };
  await eventually(async () => {
    if (child.exitCode !== null) throw new Error(`pgbouncer did not start with ${file}.`);
    const client = new pg.Client({ connectionString: through(url) });
    return client.connect().then(
      () => client.end().then(() => true),
      () => false,
    );
  });
  return {
    through,
    async end() {
      child.kill('SIGTERM');
      await exited;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
