import { migrate } from '@upstander/db';
import { cloneDatabase, type SpecDatabase } from '../support/database.js';
import { startAppProcess, type AppProcess } from './support/processes.js';
import { programSettings } from './support/program-settings.js';

jest.setTimeout(90_000);

describe('the worker', () => {
  let database: SpecDatabase;
  let worker: AppProcess | undefined;
  beforeAll(async () => {
    database = await cloneDatabase({ empty: true });
  });
  afterAll(async () => {
    await worker?.end('SIGKILL');
    await database.drop();
  });

  test('says in one message what is wrong with its settings, and does not start', async () => {
    const { APP_SECRET: _, ...without } = programSettings;
    const broken = startAppProcess('worker', { ...without, DATABASE_URL: database.url, SMTP_URL: 'mail.example.org' });
    expect(await broken.ended).toBe(1);
    expect(broken.output()).toMatch(/APP_SECRET is missing[\s\S]*SMTP_URL must be a URL/);
    expect(broken.output()).not.toMatch(/^\s+at /m);
  });

  test('waits, with words, until the database is migrated, and then works', async () => {
    worker = startAppProcess('worker', { ...programSettings, DATABASE_URL: database.url });
    await worker.says(/waiting until the database is migrated/);
    await migrate({ owner: database.ownerUrl, program: database.url });
    await worker.says(/the worker is ready/);
    expect(await worker.end('SIGTERM')).toBe(0);
  });
});
