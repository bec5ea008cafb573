import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { anAuthority } from '../support/certificates.js';
import { cloneDatabase, type SpecDatabase } from '../support/database.js';
import { aFreePort } from '../support/free-port.js';
import { startAppProcess } from './support/processes.js';
import { programSettings } from './support/program-settings.js';

jest.setTimeout(90_000);

describe('programs with REQUIRE_TLS', () => {
  const authority = anAuthority();
  const folder = mkdtempSync(join(tmpdir(), 'upstander-tls-'));
  const files = { TLS_CERT_FILE: join(folder, 'tls.crt'), TLS_KEY_FILE: join(folder, 'tls.key') };
  let database: SpecDatabase;
  let required: Record<string, string>;
  beforeAll(async () => {
    const { cert, key } = authority.issue('api');
    writeFileSync(files.TLS_CERT_FILE, cert);
    writeFileSync(files.TLS_KEY_FILE, key);
    database = await cloneDatabase();
    required = { ...programSettings, DATABASE_URL: database.url, REQUIRE_TLS: 'true', DRAIN_SECONDS: '0' };
  });
  afterAll(async () => {
    await database.drop();
    rmSync(folder, { recursive: true });
  });

  const status = (port: number): Promise<number | undefined> =>
    new Promise((resolve, reject) => {
      get({ host: '127.0.0.1', port, path: '/livez', ca: authority.cert, agent: false }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      }).on('error', reject);
    });

  test.each([
    ['api', { HOST: '0.0.0.0', PORT: '0' }, /^HOST is "0\.0\.0\.0", and REQUIRE_TLS is set/m],
    ['api', { METRICS_PORT: '1', METRICS_HOST: '0.0.0.0', PORT: '0' }, /^METRICS_HOST is "0\.0\.0\.0"/m],
    ['worker', { WORKER_PORT: '1', METRICS_HOST: '0.0.0.0' }, /^METRICS_HOST is "0\.0\.0\.0"/m],
    ['worker', { REDIS_URL: 'redis://cache:6379' }, /^REDIS_URL leads to cache, and REQUIRE_TLS is set/m],
  ] as const)('the %s does not start with %j', async (name, settings, says) => {
    const program = startAppProcess(name, { ...required, ...settings });
    expect(await program.exited).toBe(1);
    expect(program.output()).toMatch(says);
    expect(program.output()).not.toMatch(/^\s+at /m);
  });

  test('the api answers over TLS and shuts down cleanly', async () => {
    const [port, metrics] = [await aFreePort(), await aFreePort()];
    const ports = { HOST: '0.0.0.0', PORT: String(port), METRICS_HOST: '0.0.0.0', METRICS_PORT: String(metrics) };
    const api = startAppProcess('api', { ...required, ...files, ...ports });
    await api.waitForOutput(/the api is listening/);
    expect([await status(port), await status(metrics)]).toEqual([200, 404]);
    expect(await api.end('SIGTERM')).toBe(0);
  });

  test('the worker answers probes over TLS', async () => {
    const port = await aFreePort();
    const worker = startAppProcess('worker', {
      ...required,
      ...files,
      METRICS_HOST: '0.0.0.0',
      WORKER_PORT: String(port),
    });
    await worker.waitForOutput(/the worker is ready/);
    expect(await status(port)).toBe(200);
    expect(await worker.end('SIGTERM')).toBe(0);
  });
});
