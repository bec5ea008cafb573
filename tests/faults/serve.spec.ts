import { jobs } from '@upstander/platform';
import pg from 'pg';
import { cloneDatabase, type SpecDatabase } from '../support/database.js';
import { eventually } from '../support/eventually.js';
import { aFreePort } from '../support/free-port.js';
import { startAppProcess, type AppProcess } from './support/processes.js';
import { programSettings } from './support/program-settings.js';

jest.setTimeout(120_000);

describe('upstander serve', () => {
  let database: SpecDatabase;
  const running: AppProcess[] = [];
  beforeAll(async () => {
    database = await cloneDatabase();
  });
  afterAll(async () => {
    for (const program of running) await program.end('SIGKILL');
    await database.drop();
  });
  function start(settings: Readonly<Record<string, string>>): AppProcess {
    const program = startAppProcess('serve', {
      ...programSettings,
      DATABASE_URL: database.byProgram!.api,
      ...settings,
    });
    running.push(program);
    return program;
  }

  test('runs the api and the worker, each with its own role, and reports both on one port', async () => {
    const [port, inside] = [await aFreePort(), await aFreePort()];
    const program = start({
      WORKER_DATABASE_URL: database.byProgram!.worker,
      PORT: String(port),
      METRICS_PORT: String(inside),
    });
    await program.waitForOutput(/the api is listening/);
    await program.waitForOutput(/the worker is ready/);
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await eventually(async () => (await client.query('SELECT FROM platform.job_run')).rowCount === jobs.names().length);
    const faults = await client.query(`SELECT job FROM platform.job_run WHERE fault = '42501'`);
    await client.end();
    expect(faults.rows).toEqual([]);
    expect(program.output()).not.toContain('permission denied');

    expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(200);
    const answer = async (path: string) => {
      const response = await fetch(`http://127.0.0.1:${inside}${path}`);
      return { status: response.status, text: await response.text() };
    };
    expect(await answer('/livez')).toMatchObject({ status: 200 });
    const ready = await answer('/readyz');
    expect([ready.status, JSON.parse(ready.text)]).toEqual([200, expect.objectContaining({ jobs: 'ok' })]);
    expect(JSON.parse((await answer('/health')).text)).toMatchObject({ database: 'ok', queue: 'ok', jobs: 'ok' });
    const { text } = await answer('/metrics');
    const lines = text.split('\n');
    const families = lines.filter((line) => line.startsWith('# TYPE'));
    const series = lines.filter((line) => line && !line.startsWith('#')).map((line) => line.replace(/ \S+$/, ''));
    expect(families.length).toBe(new Set(families).size);
    expect(series.length).toBe(new Set(series).size);
    for (const one of [
      'upstander_database_pool_connections{pool="main",state="total"}',
      'upstander_database_pool_connections{pool="worker-main",state="total"}',
      'upstander_http_request_duration_seconds_count{route="/readyz",method="GET",status="200"}',
      'upstander_job_duration_seconds_count{job_name="deliver-due-mail",outcome="done"}',
    ])
      expect(series).toContain(one);
    expect(await program.end('SIGTERM')).toBe(0);
  });

  test('refuses to run the worker with the role of the api', async () => {
    const program = start({ PORT: '0' });
    expect(await program.exited).toBe(1);
    expect(program.output()).toContain('DATABASE_URL enters as upstander_api, which is not the role of the worker.');
    expect(program.output()).not.toMatch(/^\s+at /m);
  });

  test('lists all invalid settings in one message and starts neither program', async () => {
    const program = start({ APP_SECRET: '', SMTP_URL: 'mail.example.org' });
    expect(await program.exited).toBe(1);
    expect(program.output()).toMatch(/APP_SECRET is missing[\s\S]*SMTP_URL must be a URL/);
    expect(program.output()).not.toMatch(/^\s+at /m);
  });
});
