import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { firstFree } from './ports.mjs';

const home = '/usr/lib/postgresql';

/** Oldest first. Unlike the npm PostgreSQL they include pg_dump. */
export const installed = (existsSync(home) ? readdirSync(home) : [])
  .map((version) => ({ major: Number(version), binaries: join(home, version, 'bin') }))
  .filter(({ binaries }) => existsSync(join(binaries, 'initdb')))
  .sort((one, other) => one.major - other.major);

/** PostgreSQL refuses to run as root. */
function anotherUser() {
  if (process.getuid?.() !== 0) return {};
  const idOf = (option) => Number(execFileSync('id', [option, 'nobody']).toString());
  return { uid: idOf('-u'), gid: idOf('-g') };
}

/**
 * Starts an installation, by default the newest, with the superuser `postgres` and password `of-postgres`. Not
 * crash-safe.
 */
export async function startSystemPostgres(which = installed.at(-1)) {
  const user = anotherUser();
  const folder = mkdtempSync(join(tmpdir(), `postgresql-${which.major}-`));
  chmodSync(folder, 0o755);
  const [data, password] = [join(folder, 'data'), join(folder, 'password')];
  writeFileSync(password, 'of-postgres');
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid);
  const options = { ...user, cwd: '/', env: { PATH: '/usr/bin:/bin', LC_ALL: 'C.UTF-8' } };
  const init = ['-D', data, '-U', 'postgres', '-E', 'UTF8', '--no-sync', '--auth=scram-sha-256'];
  execFileSync(join(which.binaries, 'initdb'), [...init, `--pwfile=${password}`], { ...options, stdio: 'pipe' });
  const port = await firstFree(20_000 + (process.pid % 10_000));
  const control = (...args) =>
    execFileSync(join(which.binaries, 'pg_ctl'), [...args, '-D', data], { ...options, stdio: 'ignore' });
  const listening = `-p ${port} -k '' -c listen_addresses=127.0.0.1 -c fsync=off`;
  control('start', '-w', '-l', join(folder, 'log'), '-o', listening);
  return {
    ...which,
    port,
    url: `postgres://postgres:of-postgres@127.0.0.1:${port}/postgres`,
    halt: () => control('stop', '-m', 'immediate'),
    stop() {
      // It may have been halted already.
      if (existsSync(join(data, 'postmaster.pid'))) control('stop', '-m', 'immediate');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
