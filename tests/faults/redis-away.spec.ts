import { once } from 'node:events';
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { JobQueue } from '@upstander/platform';
import { startApp, type TestApp } from '../support/app.js';
import { eventually } from '../support/eventually.js';
import { anEvent, aShift } from '../support/factories.js';
import { aFreePort } from './support/processes.js';

const program = ['redis-server', 'valkey-server'].find((name) => {
  try {
    execFileSync(name, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
});

describe('a Redis that is killed', () => {
  if (program === undefined) {
    test('is not tried here', () => console.info('There is no Redis here: it was not killed.'));
    return;
  }
  let app: TestApp;
  let redis: ChildProcess;
  let port: number;
  beforeAll(async () => {
    port = await aFreePort();
    redis = start(port);
    app = await startApp({ config: { REDIS_URL: `redis://127.0.0.1:${port}` } });
    await eventually(() => app.nest.get(JobQueue, { strict: false }).ready(), 10);
  });
  afterAll(async () => {
    await app.close();
    const gone = once(redis, 'exit');
    redis.kill('SIGKILL');
    await gone;
  });
  const status = async (path: string) => (await fetch(app.url + path)).status;

  test('takes nobody away from the site: it is ready, pages are served, sign-ups are kept, and an alarm is told', async () => {
    const event = await anEvent(app.db);
    const shift = await aShift(app.db, { eventId: event.id, capacity: 5 });
    redis.kill('SIGKILL');
    await eventually(async () => (await status('/health')) === 503, 10);
    expect(await status('/readyz')).toBe(200);
    const { data } = await app.graphql<{ signUp: { signup: { status: string } } }>(
      'mutation ($input: SignUpInput!) { signUp(input: $input) { signup { status } } }',
      { input: { shiftId: shift.id, name: 'Ana Reyes', email: 'ana@example.org' } },
    );
    expect(data.signUp.signup.status).toBe('CONFIRMED');
    const mails = await app.db.query(`SELECT FROM notifications.mail WHERE recipient = 'ana@example.org'`);
    expect(mails).toHaveLength(1);
    redis = start(port);
    await eventually(async () => (await status('/health')) === 200, 20);
  });
});

function start(port: number): ChildProcess {
  return spawn(program ?? '', ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'], {
    stdio: 'ignore',
    cwd: '/tmp',
  });
}
