import { once } from 'node:events';
import { spawn, type ChildProcess } from 'node:child_process';
import { connect } from 'node:net';
import { JobQueue } from '@upstander/platform';
import { startApp, type TestApp } from '../support/app.js';
import { describeWhere } from '../support/describe-where.js';
import { eventually } from '../support/eventually.js';
import { anEvent, aShift } from '../support/factories.js';
import { aFreePort } from '../support/free-port.js';
import { redisProgram, valkeyProgram } from '../support/installed-programs.mjs';
import { startAppProcess } from './support/processes.js';
import { programSettings } from './support/program-settings.js';

describeWhere(redisProgram, 'there is no Redis', 'a stopped Redis', (program) => survives(program));
describeWhere(valkeyProgram, 'there is no Valkey', 'a stopped Valkey', (program) => survives(program));

function survives(program: string): void {
  let app: TestApp;
  let redis: ChildProcess;
  let port: number;
  const start = () => {
    const options = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
    return spawn(program, options, { stdio: 'ignore', cwd: '/tmp' });
  };
  beforeAll(async () => {
    port = await aFreePort();
    redis = start();
    app = await startApp({ config: { REDIS_URL: `redis://127.0.0.1:${port}` } });
    await eventually(() => app.nest.get(JobQueue, { strict: false }).isReady());
  });
  afterAll(async () => {
    await app.close();
    const gone = once(redis, 'exit');
    redis.kill('SIGKILL');
    await gone;
  });
  const status = async (path: string) => (await fetch(app.url + path)).status;

  test('keeps the site running: ready, serving pages, accepting sign-ups, and raising an alert', async () => {
    const event = await anEvent(app.db);
    const shift = await aShift(app.db, { eventId: event.id, capacity: 5 });
    redis.kill('SIGKILL');
    await eventually(async () => (await status('/health')) === 503);
    expect(await status('/readyz')).toBe(200);
    const { data } = await app.graphql<{ signUp: { signup: { status: string } } }>(
      'mutation ($input: SignUpInput!) { signUp(input: $input) { signup { status } } }',
      { input: { shiftId: shift.id, name: 'Ana Reyes', email: 'ana@example.org' } },
    );
    expect(data.signUp.signup.status).toBe('CONFIRMED');
    const mails = await app.db.query(`SELECT FROM notifications.mail WHERE recipient = 'ana@example.org'`);
    expect(mails).toHaveLength(1);
    redis = start();
    await eventually(async () => (await status('/health')) === 200);
  });

  test('programs started meanwhile wait for it and work once it is back', async () => {
    const gone = once(redis, 'exit');
    redis.kill('SIGKILL');
    await gone;
    const { DATABASE_URL, REDIS_URL = '' } = app.config;
    const api = await startApp({ config: { REDIS_URL } });
    const worker = startAppProcess('worker', { ...programSettings, DATABASE_URL, REDIS_URL });
    await worker.waitForOutput(/ECONNREFUSED/);
    const queue = api.nest.get(JobQueue, { strict: false });
    expect(await queue.isReady()).toBe(false);
    redis = start();
    await eventually(() => queue.isReady());
    await api.close();
    await worker.waitForOutput(/the worker is ready/);
    expect(await worker.end('SIGTERM')).toBe(0);
  });

  test('a Redis with full memory, which answers but stores nothing, counts as down', async () => {
    await sendCommand('CONFIG SET maxmemory 1');
    await eventually(async () => (await status('/health')) === 503);
    await sendCommand('CONFIG SET maxmemory 0');
    await eventually(async () => (await status('/health')) === 200);
  });

  async function sendCommand(command: string): Promise<void> {
    const socket = connect(port, '127.0.0.1', () => socket.write(`${command}\r\n`));
    const [answer] = (await once(socket, 'data')) as [Buffer];
    socket.destroy();
    expect(answer.toString()).toBe('+OK\r\n');
  }
}
