import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { eventually } from '../../support/eventually.js';
import { aFreePort } from '../../support/free-port.js';

const run = promisify(execFile);
const program = join(__dirname, 'postgres-program.mjs');

export interface OwnPostgres {
  url: string;
  /** URLs for the app and the owner of an empty database. */
  urls: { app: string; owner: string };
  /** Stops it with an immediate shutdown and restarts it on the same port. */
  kill(): Promise<void>;
  /** Suspends all processes: connections stay open, the kernel accepts new ones, and nothing answers. */
  freeze(): void;
  resume(): void;
  stop(): Promise<void>;
}

export async function startOwnPostgres(): Promise<OwnPostgres> {
  const folder = await mkdtemp(join(tmpdir(), 'upstander-faults-'));
  const dataDir = join(folder, 'data');
  const port = String(await aFreePort());
  const running = await start(dataDir, port);
  let { pid } = running;
  return {
    url: running.url,
    urls: running.urls,
    async kill() {
      process.kill(pid, 'SIGQUIT');
      await eventually(() => !isAlive(pid));
      ({ pid } = await start(dataDir, port));
    },
    freeze: () => signalAll(pid, 'SIGSTOP'),
    resume: () => signalAll(pid, 'SIGCONT'),
    async stop() {
      await run(process.execPath, [program, 'stop', dataDir, port]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function start(dataDir: string, port: string): Promise<Pick<OwnPostgres, 'url' | 'urls'> & { pid: number }> {
  const { stdout } = await run(process.execPath, [program, 'start', dataDir, port]);
  return JSON.parse(stdout) as Awaited<ReturnType<typeof start>>;
}

/** Signals the server first, then its child processes. */
function signalAll(server: number, signal: NodeJS.Signals): void {
  process.kill(server, signal);
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    // A process may have ended since its folder was listed.
    const stat = existsSync(`/proc/${pid}/stat`) ? readFileSync(`/proc/${pid}/stat`, 'utf8') : '';
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    if (parent === server) process.kill(Number(pid), signal);
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
