import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive } from './lock.mjs';
import { root } from './paths.mjs';
import { firstFree, isFree } from './ports.mjs';
import { stopLeftoverProcess } from './programs.mjs';

const data = join(root, '.data');
const note = join(data, 'running.json');

/** Identifies an api process (apps/api/src/health/instance.ts). */
export const instanceHeader = 'x-upstander-instance';

/** Created once per checkout and readable only by their owner. */
export function secrets() {
  const file = join(data, 'secrets.json');
  const known = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const all = {
    APP_SECRET: randomBytes(36).toString('base64url'),
    SEALED_KEYS: `k1:${randomBytes(32).toString('base64')}`,
    // For the local Stripe; a real account has its own.
    STRIPE_SECRET_KEY: `sk_test_${randomBytes(18).toString('hex')}`,
    STRIPE_WEBHOOK_SECRET: `whsec_${randomBytes(18).toString('hex')}`,
    REPLY_WEBHOOK_SECRET: randomBytes(24).toString('base64url'),
    ...known,
  };
  if (Object.keys(all).some((name) => !known[name]))
    writeFileSync(file, `${JSON.stringify(all, null, 2)}\n`, { mode: 0o600 });
  return all;
}

/** Reports clearly if `.data` belongs to another user. */
export function prepareDataFolder() {
  try {
    mkdirSync(data, { recursive: true });
    writeFileSync(join(data, '.writable'), '');
    rmSync(join(data, '.writable'));
  } catch (error) {
    throw new Error(
      `${data} is not writable (${error.code}). If another user created it, remove it or run as that user.`,
      {
        cause: error,
      },
    );
  }
}

/** Throws if this checkout is running or the port is taken. Cleans up after a killed run. */
export async function claim(port) {
  if (existsSync(note)) {
    const earlier = JSON.parse(readFileSync(note, 'utf8'));
    if (earlier.pid !== process.pid && isAlive(earlier.pid)) {
      throw new Error(`This copy is already running (process ${earlier.pid}): http://localhost:${earlier.port}/`);
    }
    for (const { pid, file } of earlier.programs) {
      if (await stopLeftoverProcess(pid, file)) console.log(`Stopped process ${pid}, left behind by an earlier run.`);
    }
    rmSync(note);
  }
  await requireFreePort(port);
  await refuseBlocked(port);
}

/** Checks every local address a browser may use. @param {number} port */
export async function requireFreePort(port) {
  for (const host of ['127.0.0.1', '0.0.0.0', '::1', '::']) {
    if (await isFree(port, host)) continue;
    const who = (await isUpstander(port)) ? 'another copy of Upstander' : 'another program';
    throw new Error(`Port ${port} is taken by ${who}. ${await findOtherPort(port)}`);
  }
}

export async function refuseBlocked(port) {
  if (await isBlocked(port))
    throw new Error(
      `No browser opens port ${port}, because it belongs to another protocol (https://fetch.spec.whatwg.org/#port-blocking). ${await findOtherPort(port)}`,
    );
}

export async function findOtherPort(port) {
  let free = await firstFree(port < 32_000 ? port + 100 : 3_000);
  while (await isBlocked(free)) free = await firstFree(free + 1);
  return `Choose another one: PORT=${free} npm start`;
}

/** Uses Node's fetch, which checks its list of blocked ports before connecting. */
async function isBlocked(port) {
  const why = await fetch(`http://127.0.0.1:${port}/`, { signal: AbortSignal.timeout(1_000) }).catch((error) => error);
  return why?.cause?.message === 'bad port';
}

/** For `claim`. */
export function register(port, programs) {
  const noted = programs.map(({ pid, file }) => ({ pid, file }));
  writeFileSync(note, JSON.stringify({ pid: process.pid, port, programs: noted }));
}

export function release() {
  // A rejected start must not remove the record of the running instance.
  if (existsSync(note) && JSON.parse(readFileSync(note, 'utf8')).pid === process.pid) rmSync(note);
}

/** True if an Upstander process responds, ready or not. */
async function isUpstander(port) {
  const isOurs = ['127.0.0.1', '[::1]'].map(async (host) => {
    try {
      const answer = await fetch(`http://${host}:${port}/livez`, { signal: AbortSignal.timeout(1_000) });
      await answer.text();
      return answer.headers.has(instanceHeader);
    } catch {
      return false;
    }
  });
  return (await Promise.all(isOurs)).includes(true);
}
