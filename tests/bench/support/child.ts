import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { testSecret } from '../../support/config.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
let nextPort = Number(process.env['BENCH_PORT'] ?? 24_000) + (process.pid % 50);

export interface Child {
  port: number;
  process: ChildProcess;
  /** User and system time so far. */
  cpuSeconds(): Promise<number>;
  stop(): Promise<void>;
}

/** Signs the bench's events. Has the minimum length that production requires. */
export const benchWebhookSecret = 'whsec_of_a_bench_and_of_nobody';

export function productionSettings(databaseUrl: string) {
  return {
    NODE_ENV: 'production',
    HOST: '127.0.0.1',
    PUBLIC_URL: 'http://127.0.0.1',
    APP_SECRET: testSecret,
    DATABASE_URL: databaseUrl,
    // Production requires a sealed zone, but no bench opens it.
    SEALED_DATABASE_URL: databaseUrl,
    SEALED_KEYS_URL: databaseUrl,
    SEALED_KEYS: `bench:${Buffer.alloc(32, 7).toString('base64')}`,
    SMTP_URL: 'smtp://127.0.0.1:1',
    // The bench sends documents that our pages don't.
    GRAPHQL_FREE_DOCUMENTS: 'true',
    STRIPE_SECRET_KEY: 'sk_test_of_a_bench_and_of_nobody',
    STRIPE_WEBHOOK_SECRET: benchWebhookSecret,
    MAIL_FROM: 'hello@upstander.invalid',
    DRAIN_SECONDS: '0',
  };
}

/** The same for a worker without a sealed zone. A worker would wait for its tables, which no bench creates. */
export function workerSettings(databaseUrl: string) {
  const {
    SEALED_DATABASE_URL: _zone,
    SEALED_KEYS_URL: _keys,
    SEALED_KEYS: _wrapping,
    ...settings
  } = productionSettings(databaseUrl);
  return { ...settings, NODE_ENV: 'test' };
}

/** Starts the built bundle with guards and limits, logging warnings only. */
export function startApi(databaseUrl: string, settings: Record<string, string> = {}): Promise<Child> {
  return startChild('dist/apps/api/main.js', {
    ...productionSettings(databaseUrl),
    DATABASE_POOL: '10',
    LOG_LEVEL: 'warn',
    REQUESTS_PER_MINUTE: '100000000',
    SIGN_UPS_PER_MINUTE: '100000000',
    ...settings,
  });
}

export async function startChild(program: string, settings: Record<string, string>): Promise<Child> {
  while (await answers(nextPort)) nextPort += 1;
  const port = nextPort;
  nextPort += 1;
  // Passes no other environment variables, so only the settings named here apply.
  const { PATH, ADMIN_BUILD, SITE_BUILD } = process.env;
  const child = spawn(process.execPath, [program], {
    cwd: root,
    env: { PATH, ADMIN_BUILD, SITE_BUILD, ...settings, PORT: String(port) },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const exited = once(child, 'exit');
  for (let attempt = 0; !(await answers(port)); attempt += 1) {
    if (child.exitCode !== null || attempt > 600) throw new Error(`${program} did not start.`);
    await wait(50);
  }
  return {
    port,
    process: child,
    cpuSeconds: () => cpuSeconds(child.pid ?? 0),
    async stop() {
      child.kill('SIGTERM');
      await exited;
    },
  };
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}

async function cpuSeconds(pid: number): Promise<number> {
  const { readFile } = await import('node:fs/promises');
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / 100;
}
