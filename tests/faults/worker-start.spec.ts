import { migrate, releaseFacts } from '@upstander/db';
import { jobs } from '@upstander/platform';
import pg from 'pg';
import { cloneDatabase, type SpecDatabase } from '../support/database.js';
import { eventually } from '../support/eventually.js';
import { startAppProcess, type AppProcess } from './support/processes.js';
import { programSettings } from './support/program-settings.js';

jest.setTimeout(90_000);

describe('starting a program', () => {
  let database: SpecDatabase;
  let worker: AppProcess | undefined;
  beforeAll(async () => {
    database = await cloneDatabase({ empty: true });
  });
  afterAll(async () => {
    await worker?.end('SIGKILL');
    await database.drop();
  });
  async function asOwner(sql: string, params: unknown[] = []): Promise<object[]> {
    const client = new pg.Client({ connectionString: database.ownerUrl });
    await client.connect();
    try {
      return (await client.query<object>(sql, params)).rows;
    } finally {
      await client.end();
    }
  }

  test('the worker lists all invalid settings in one message and does not start', async () => {
    const { APP_SECRET: _, ...without } = programSettings;
    const broken = startAppProcess('worker', { ...without, DATABASE_URL: database.url, SMTP_URL: 'mail.example.org' });
    expect(await broken.exited).toBe(1);
    expect(broken.output()).toMatch(/APP_SECRET is missing[\s\S]*SMTP_URL must be a URL/);
    expect(broken.output()).not.toMatch(/^\s+at /m);
  });

  test('the database counts as migrated only when it has the job queue', async () => {
    await asOwner('CREATE SCHEMA bullmq CREATE TABLE migration (unexpected int)');
    try {
      await expect(migrate({ owner: database.ownerUrl, program: database.url })).rejects.toThrow(
        /"version" does not exist/,
      );
      expect(await asOwner(`SELECT to_regclass('public.release') AS releases`)).toEqual([{ releases: null }]);
    } finally {
      await asOwner('DROP SCHEMA bullmq CASCADE');
    }
  });

  test('the worker logs that it waits for migrations, then works', async () => {
    worker = startAppProcess('worker', { ...programSettings, DATABASE_URL: database.url });
    await worker.waitForOutput(/waiting until the database is migrated/);
    await asOwner(`ALTER DATABASE ${new URL(database.url).pathname.slice(1)} SET jit = on`);
    await migrate({ owner: database.ownerUrl, program: database.url });
    await worker.waitForOutput(/the worker is ready/);
    // Operators send SIGHUP to reread settings: the worker exits cleanly so that it restarts.
    expect(await worker.end('SIGHUP')).toBe(0);
    // JIT took two seconds to compile a search that runs in 20 ms.
    expect(await asOwner('SHOW jit')).toEqual([{ jit: 'off' }]);
  });

  test.each(['api', 'worker'] as const)(
    'the %s does not start if a migration was changed after it ran',
    async (name) => {
      await asOwner(`UPDATE public.migration_sum SET sha256 = 'x' WHERE name LIKE 'CreateLedger%'`);
      const program = startAppProcess(name, { ...programSettings, DATABASE_URL: database.url, PORT: '0' });
      expect(await program.exited).toBe(1);
      await asOwner(`UPDATE public.migration_sum SET sha256 = $1 WHERE name LIKE 'CreateLedger%'`, [
        releaseFacts.sums['CreateLedger1796000000000'],
      ]);
      expect(program.output()).toMatch(
        /The migration CreateLedger1796000000000 was changed after this database ran it/,
      );
      expect(program.output()).not.toMatch(/^\s+at /m);
    },
  );
});

describe('separate database roles for the API and the worker', () => {
  let database: SpecDatabase;
  const running: AppProcess[] = [];
  beforeAll(async () => {
    database = await cloneDatabase();
  });
  afterAll(async () => {
    for (const program of running) await program.end('SIGKILL');
    await database.drop();
  });
  const start = (name: 'api' | 'worker', role: 'api' | 'worker') => {
    const program = startAppProcess(name, { ...programSettings, DATABASE_URL: database.byProgram![role], PORT: '0' });
    running.push(program);
    return program;
  };

  test.each([
    ['api', 'worker'],
    ['worker', 'api'],
  ] as const)('the %s does not start with the role of the %s', async (name, other) => {
    const program = start(name, other);
    expect(await program.exited).toBe(1);
    expect(program.output()).toContain(`enters as upstander_${other}, which is not the role of the ${name}.`);
  });

  test('each starts with its own role, and no job lacks a privilege', async () => {
    const [api, worker] = [start('api', 'api'), start('worker', 'worker')];
    await api.waitForOutput(/the api is listening/);
    await worker.waitForOutput(/the worker is ready/);
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await eventually(async () => (await client.query('SELECT FROM platform.job_run')).rowCount === jobs.names().length);
    const { rows } = await client.query(`SELECT job FROM platform.job_run WHERE fault = '42501'`);
    await client.end();
    expect(rows).toEqual([]);
    for (const program of [api, worker]) expect(program.output()).not.toContain('permission denied');
  });
});
