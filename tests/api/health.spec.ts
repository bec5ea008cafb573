import { SealedHealth } from '@upstander/advocacy';
import { JobQueue } from '@upstander/platform';
import { startApp, type TestApp } from '../support/app.js';
import { asOwner } from '../support/tampering.js';

describe('the health of the api', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app.close());

  test('alive means the process answers', async () => {
    for (const path of ['livez', 'healthz']) {
      const response = await fetch(`${app.url}/${path}`);
      expect([response.status, await response.json()]).toEqual([200, { status: 'ok' }]);
    }
  });

  test('a process says which one it is, as it does in the log when it listens', async () => {
    const [alive, ready] = await Promise.all(['livez', 'readyz'].map((path) => fetch(`${app.url}/${path}`)));
    const named = alive?.headers.get('x-upstander-instance');
    expect(named).toMatch(/^[0-9a-f-]{36}$/);
    expect(ready?.headers.get('x-upstander-instance')).toBe(named);
  });

  test('ready means the database and its migrations', async () => {
    const response = await fetch(`${app.url}/readyz`);
    expect([response.status, await response.json()]).toEqual([
      200,
      { status: 'ready', database: 'ok', migrations: 'ok' },
    ]);
  });

  test('healthy means the queue and the sealed databases as well, without which it is still ready', async () => {
    const healthy = await fetch(`${app.url}/health`);
    const fine = { status: 'ok', database: 'ok', migrations: 'ok', queue: 'ok', sealed: 'ok' };
    expect([healthy.status, await healthy.json()]).toEqual([200, fine]);
    const away = jest.spyOn(app.nest.get(JobQueue, { strict: false }), 'ready').mockResolvedValue(false);
    const ill = await fetch(`${app.url}/health`);
    expect([ill.status, await ill.json()]).toEqual([503, { ...fine, status: 'not ok', queue: 'away' }]);
    expect((await fetch(`${app.url}/readyz`)).status).toBe(200);
    away.mockRestore();
    // Without its databases the sealed zone says so, and nobody else is troubled.
    const { keys } = app.nest.get(SealedHealth, { strict: false })['database'];
    jest.spyOn(keys, 'query').mockRejectedValueOnce(new Error('away') as never);
    const closed = await fetch(`${app.url}/health`);
    expect([closed.status, await closed.json()]).toEqual([503, { ...fine, status: 'not ok', sealed: 'away' }]);
    expect((await fetch(`${app.url}/readyz`)).status).toBe(200);
  });

  test('an outstanding migration makes it not ready', async () => {
    const rename = (from: string, to: string) =>
      asOwner(app, `UPDATE migrations SET name = replace(name, '${from}', '${to}') WHERE name LIKE '%${from}%'`);
    await rename('CreateLedger', 'ForgetLedger');
    const response = await fetch(`${app.url}/readyz`);
    expect([response.status, await response.json()]).toEqual([
      503,
      expect.objectContaining({ migrations: 'outstanding' }),
    ]);
    await rename('ForgetLedger', 'CreateLedger');
  });

  test('every answer carries the id under which it stands in the log', async () => {
    const response = await fetch(`${app.url}/healthz`);
    expect(response.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });
});
