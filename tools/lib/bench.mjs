import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildApps } from './build.mjs';
import { findChromium } from './chromium.mjs';
import { root } from './paths.mjs';
import { firstFree, portFor } from './ports.mjs';
import { startPostgres } from './postgres.mjs';
import { startRedis } from './redis.mjs';

const folder = join(root, 'tests/bench');
const source = ['--conditions=@upstander/source', '--import', '@swc-node/register/esm-register'];

/**
 * Runs one bench against a PostgreSQL with durable settings and the production bundles. The bench gets
 * `BENCH_DATABASE_URL` (a server it may make databases on), `BENCH_REDIS_URL` where a Redis exists, and `BENCH_PORT`, the
 * first of a hundred ports that are likely free, and `CHROMIUM_PATH` where a browser is; its arguments are those of the command.
 */
export async function runBench([name, ...args]) {
  const file = ['.bench.mjs', '.bench.ts'].map((ending) => join(folder, `${name}${ending}`)).find(existsSync);
  if (!file) {
    console.error(`Usage: npm run bench -- <${benches().join('|')}> [--json]`);
    return 1;
  }
  const stops = [];
  // Ctrl-C reaches the bench too; we stay to stop the servers.
  process.on('SIGINT', () => {});
  try {
    const postgres = await startBenchPostgres();
    stops.push(postgres.stop);
    const redis = process.env.TEST_REDIS_URL ? { url: process.env.TEST_REDIS_URL } : await startRedis();
    if (redis?.stop) stops.push(redis.stop);
    console.error('Building for production …');
    await buildApps();
    const chromium = findChromium();
    const env = {
      ...process.env,
      NODE_ENV: 'production',
      BENCH_DATABASE_URL: postgres.url,
      BENCH_PORT: String(await firstFree(portFor(root) + 2_000)),
      ...(chromium && { CHROMIUM_PATH: chromium }),
      ...(redis && { BENCH_REDIS_URL: redis.url }),
    };
    return await runNode([...source, file, ...args], env);
  } finally {
    for (const stop of stops.reverse()) await stop();
  }
}

function startBenchPostgres() {
  const url = process.env.BENCH_DATABASE_URL;
  if (url) return { url, stop: async () => {} };
  return startPostgres({
    dataDir: join(root, '.data/bench-postgres'),
    port: portFor(root) + 1,
    movable: true,
    // Durable as in production: fsync and synchronous_commit stay on. The memory is that of a small server.
    settings: { shared_buffers: '512MB', max_connections: 200, max_wal_size: '4GB', random_page_cost: 1.1 },
    database: 'bench',
  });
}

function benches() {
  return readdirSync(folder)
    .filter((file) => /\.bench\.(mjs|ts)$/.test(file))
    .map((file) => file.replace(/\.bench\.\w+$/, ''));
}

function runNode(args, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: root, env, stdio: 'inherit' });
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}
