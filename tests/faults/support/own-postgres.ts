import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { eventually } from '../../support/eventually.js';
import { aFreePort } from './processes.js';

const run = promisify(execFile);
const program = join(__dirname, 'postgres-program.mjs');

/** A PostgreSQL of a test's own, which can be stopped in the middle of everything. */
export interface OwnPostgres {
  /** The superuser's. */
  url: string;
  /** Those of the app and of the owner, whose database is there and empty. */
  urls: { app: string; owner: string };
  /** Stops it without letting anybody finish (an "immediate" shutdown), and starts it again on the same port. */
  crash(): Promise<void>;
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
    async crash() {
      process.kill(pid, 'SIGQUIT');
      await eventually(() => !isAlive(pid));
      ({ pid } = await start(dataDir, port));
    },
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

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
