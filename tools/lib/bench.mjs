import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildApps } from './build.mjs';
import { findChromium } from './chromium.mjs';
import { root } from './paths.mjs';
import { firstFree, portFor } from './ports.mjs';
import { startPostgres } from './postgres.mjs';
import { startRedis } from './redis.mjs';

const folder = join(root, 'tests/bench');
const source = ['--conditions=@upstander/source', '--import', '@swc-node/register/esm-register'];

/** A small run only checks that a benchmark works. */
const smallBenchSizes = {
  BENCH_SMALL: 'true',
  BENCH_ROUNDS: '1',
  BENCH_SECONDS: '0.2',
  BENCH_WARM_UP: '20',
  BENCH_REQUESTS: '20',
  BENCH_EVENTS: '12000',
  BENCH_SHIFTS: '20000',
  BENCH_OPPORTUNITIES: '1200',
  BENCH_GIFTS: '2000',
  BENCH_NIGHT: '50',
  BENCH_MAILS: '400',
  BENCH_LONG_SECONDS: '1',
  BENCH_PEOPLE: '2000',
  BENCH_VOLUNTEERS: '12000',
  BENCH_VISITORS: '40',
  BENCH_SIGN_UPS: '10',
  SIMULATION: '0.2:0.005',
};

/**
 * Runs one benchmark, or all with `--small` and no name, against a durable PostgreSQL and the production bundles. A
 * benchmark receives `BENCH_DATABASE_URL` (a server for its databases), `BENCH_REDIS_URL` if Redis is available,
 * `BENCH_PORT` (the first of a hundred probably free ports) and `CHROMIUM_PATH` if a browser is installed. Other
 * arguments are passed on.
 * @returns {Promise<number>} exit code
 */
export async function runBench(args) {
  const isSmall = args.includes('--small');
  const [first] = args;
  const names = isSmall && first.startsWith('--') ? benches() : benches().filter((name) => name === first);
  if (names.length === 0) {
    console.error(
      `Usage: npm run bench -- <${benches().join('|')}> [--small] [--json]\n   or: npm run bench -- --small`,
    );
    return 1;
  }
  const stops = [];
  // The benchmark also receives Ctrl-C. This process stays alive to stop the servers.
  process.on('SIGINT', () => {});
  try {
    const postgres = await startBenchPostgres();
    stops.push(postgres.stop);
    const redis = process.env.TEST_REDIS_URL ? { url: process.env.TEST_REDIS_URL } : await startRedis();
    if (redis?.stop) stops.push(redis.stop);
    console.error('Building for production …');
    await buildApps();
    const servers = { database: postgres.url, ...(redis && { redis: redis.url }) };
    const failed = [];
    for (const name of names) {
      const rest = args.filter((arg) => arg !== name && arg !== '--small');
      console.error(`${name}${isSmall ? ' at a small size' : ''} …`);
      if ((await runBenchFile(name, servers, { isSmall, args: rest })).code !== 0) failed.push(name);
    }
    if (failed.length > 0) console.error(`Failed: ${failed.join(', ')}`);
    return failed.length > 0 ? 1 : 0;
  } finally {
    for (const stop of stops.reverse()) await stop();
  }
}

/**
 * @param {string} name
 * @param {{ database: string, redis?: string }} servers running servers
 * @param {{ isSmall?: boolean, args?: string[], stdio?: 'inherit' | 'pipe' }} [options] `pipe` returns the output
 * @returns {Promise<{ code: number, output: string }>}
 */
export async function runBenchFile(name, servers, { isSmall = false, args = [], stdio = 'inherit' } = {}) {
  const chromium = findChromium();
  const env = {
    ...(isSmall && smallBenchSizes),
    ...process.env,
    NODE_ENV: 'production',
    BENCH_DATABASE_URL: servers.database,
    BENCH_PORT: String(await firstFree(portFor(root) + 2_000)),
    ...(chromium && { CHROMIUM_PATH: chromium }),
    ...(servers.redis && { BENCH_REDIS_URL: servers.redis }),
  };
  return runNode([...source, join(folder, `${name}.bench.ts`), ...args], { env, stdio });
}

function startBenchPostgres() {
  const url = process.env.BENCH_DATABASE_URL;
  if (url) return { url, stop: async () => {} };
  return startPostgres({
    dataDir: join(root, '.data/bench-postgres'),
    port: portFor(root) + 1,
    movable: true,
    // Durable as in production: fsync and synchronous_commit stay on.
    settings: { shared_buffers: '512MB', max_connections: 200, max_wal_size: '4GB', random_page_cost: 1.1 },
    database: 'bench',
  });
}

export function benches() {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.bench.ts'))
    .map((file) => file.replace('.bench.ts', ''));
}

function runNode(args, { env, stdio }) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: root, env, stdio });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data) => (output += data));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
