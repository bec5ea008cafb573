import { startApp, type TestApp } from '../support/app.js';
import { asOwner } from '../support/tampering.js';

describe('the health of the api', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app.close());

  test('alive means the process answers', async () => {
    const response = await fetch(`${app.url}/healthz`);
    expect([response.status, await response.json()]).toEqual([200, { status: 'ok' }]);
  });

  test('ready means the database, its migrations and the queue', async () => {
    const response = await fetch(`${app.url}/readyz`);
    expect([response.status, await response.json()]).toEqual([
      200,
      { status: 'ready', database: 'ok', migrations: 'ok', queue: 'ok' },
    ]);
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
