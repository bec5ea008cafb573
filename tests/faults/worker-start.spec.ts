import { migrate } from '@upstander/db';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { startAppProcess, type AppProcess } from './support/processes.js';
import { programSettings } from './support/program-settings.js';

jest.setTimeout(90_000);

describe('the worker', () => {
  const server = process.env['TEST_DATABASE_URL']!;
  const name = `spec_${randomUUID().replaceAll('-', '')}`;
  const url = Object.assign(new URL(server), { pathname: `/${name}` }).href;
  const admin = new pg.Client({ connectionString: server });
  let worker: AppProcess | undefined;
  beforeAll(async () => {
    await admin.connect();
    await admin.query(`CREATE DATABASE ${name}`);
  });
  afterAll(async () => {
    await worker?.end('SIGKILL');
    await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
    await admin.end();
  });

  test('says in one message what is wrong with its settings, and does not start', async () => {
    const { APP_SECRET: _, ...without } = programSettings;
    const broken = startAppProcess('worker', { ...without, DATABASE_URL: url, SMTP_URL: 'mail.example.org' });
    expect(await broken.ended).toBe(1);
    expect(broken.output()).toMatch(/APP_SECRET is missing[\s\S]*SMTP_URL must be a URL/);
    expect(broken.output()).not.toMatch(/^\s+at /m);
  });

  test('waits, with words, until the database is migrated, and then works', async () => {
    worker = startAppProcess('worker', { ...programSettings, DATABASE_URL: url });
    await worker.says(/waiting until the database is migrated/);
    await migrate(url);
    await worker.says(/the worker is ready/);
    expect(await worker.end('SIGTERM')).toBe(0);
  });
});
