import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** True even for processes of other users. */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Takes over the lock of a dead process. */
export async function withLock(path, fn, patienceSeconds = 90) {
  const holder = join(path, 'pid');
  for (const deadline = Date.now() + patienceSeconds * 1000; ; await wait(50)) {
    try {
      mkdirSync(path);
      writeFileSync(holder, String(process.pid));
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      if (isAbandoned(holder)) rmSync(path, { recursive: true, force: true });
      else if (Date.now() > deadline)
        throw new Error(`${path} is locked by another process (see its file "pid").`, { cause: error });
    }
  }
  try {
    return await fn();
  } finally {
    rmSync(path, { recursive: true, force: true });
  }
}

function isAbandoned(holder) {
  try {
    const pid = Number(readFileSync(holder, 'utf8'));
    return pid > 0 && !isAlive(pid);
  } catch {
    // PID not written yet.
    return false;
  }
}

/** Tracks the processes that use a shared resource, one file each. The last one shuts it down. */
export class Users {
  constructor(folder) {
    this.folder = folder;
    this.own = `${process.pid}`;
  }

  enter() {
    mkdirSync(this.folder, { recursive: true });
    writeFileSync(join(this.folder, this.own), '');
  }

  /** Returns true if no users remain. */
  leave() {
    rmSync(join(this.folder, this.own), { force: true });
    return this.others().length === 0;
  }

  others() {
    mkdirSync(this.folder, { recursive: true });
    const alive = [];
    for (const name of readdirSync(this.folder)) {
      if (name === this.own) continue;
      if (isAlive(Number(name))) alive.push(Number(name));
      else rmSync(join(this.folder, name), { force: true });
    }
    return alive;
  }
}
