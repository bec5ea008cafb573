import { SealedHealth } from '@upstander/advocacy';
import { JobQueue } from '@upstander/platform';
import { releaseFacts } from '@upstander/db';
import pg from 'pg';
import { startApp, type TestApp } from '../support/app.js';
import { aKeyDatabase } from '../support/key-database.js';
import { minutes } from '../support/movable-clock.js';
import { runAsOwner } from '../support/tampering.js';

async function runAsSuperuser(url: string, sql: string): Promise<void> {
  const address = Object.assign(new URL(process.env['TEST_DATABASE_URL'] ?? ''), { pathname: new URL(url).pathname });
  const client = new pg.Client({ connectionString: address.href });
  await client.connect();
  await client.query(sql);
  await client.end();
}

describe('health of the API', () => {
  let app: TestApp;
  let keys: Awaited<ReturnType<typeof aKeyDatabase>>;
  beforeAll(async () => {
    keys = await aKeyDatabase();
    app = await startApp({ config: { SEALED_KEYS_URL: keys.url } });
  });
  afterAll(async () => {
    await app.close();
    await keys.drop();
  });

  test('is alive while the process answers', async () => {
    for (const path of ['livez', 'healthz']) {
      const response = await fetch(`${app.url}/${path}`);
      expect([response.status, await response.json()]).toEqual([200, { status: 'ok' }]);
    }
  });

  test('reports the same process ID as the log line at startup', async () => {
    const [alive, ready] = await Promise.all(['livez', 'readyz'].map((path) => fetch(`${app.url}/${path}`)));
    const named = alive?.headers.get('x-upstander-instance');
    expect(named).toMatch(/^[0-9a-f-]{36}$/);
    expect(ready?.headers.get('x-upstander-instance')).toBe(named);
  });

  test('is ready when the database answers and is migrated', async () => {
    const response = await fetch(`${app.url}/readyz`);
    expect([response.status, await response.json()]).toEqual([
      200,
      { status: 'ready', database: 'ok', migrations: 'ok', functions: 'ok' },
    ]);
  });

  test('is ready but not healthy without the queue or the sealed databases', async () => {
    const healthy = await fetch(`${app.url}/health`);
    const database = { database: 'ok', migrations: 'ok', functions: 'ok' };
    const fine = {
      status: 'ok',
      version: releaseFacts.version,
      ...database,
      replica: 'none',
      queue: 'ok',
      sealed: 'ok',
      files: 'none',
    };
    expect([healthy.status, await healthy.json()]).toEqual([200, fine]);
    const away = jest.spyOn(app.nest.get(JobQueue, { strict: false }), 'isReady').mockResolvedValue(false);
    const ill = await fetch(`${app.url}/health`);
    expect([ill.status, await ill.json()]).toEqual([503, { ...fine, status: 'not ok', queue: 'away' }]);
    expect((await fetch(`${app.url}/readyz`)).status).toBe(200);
    away.mockRestore();
    const { keys } = app.nest.get(SealedHealth, { strict: false })['database'];
    jest.spyOn(keys, 'query').mockRejectedValueOnce(new Error('away') as never);
    const closed = await fetch(`${app.url}/health`);
    expect([closed.status, await closed.json()]).toEqual([503, { ...fine, status: 'not ok', sealed: 'away' }]);
    expect((await fetch(`${app.url}/readyz`)).status).toBe(200);
  });

  test.each([
    ['a missing migration', 'main', 'migration_sum', 'name', 'CreateLedger%', { migrations: 'outstanding' }],
    [
      'a missing migration of the sealed zone',
      'main',
      'migration_sum',
      'name',
      'CreateSealed%',
      { migrations: 'outstanding' },
    ],
    [
      'a missing migration of the key database',
      'keys',
      'migration_sum',
      'name',
      'CreateKeys%',
      { migrations: 'outstanding' },
    ],
    ['a migration changed after it ran', 'main', 'migration_sum', 'sha256', 'CreateLedger%', { migrations: 'changed' }],
    ['an outdated function', 'main', 'sql_source', 'hash', '%/fold.sql', { functions: 'older' }],
    ['an outdated policy', 'main', 'sql_source', 'hash', 'policies/sealed/application.sql', { functions: 'older' }],
    [
      'an outdated function of the key database',
      'keys',
      'sql_source',
      'hash',
      'functions/keys/%',
      { functions: 'older' },
    ],
  ])('is not ready with %s', async (_what, where, table, column, like, told) => {
    const there = async (value: string) => {
      const row = table === 'sql_source' ? 'file' : 'sha256 || name';
      const sql = `UPDATE public.${table} SET ${column} = ${value} WHERE ${row} LIKE '%${like}'`;
      await runAsSuperuser(where === 'main' ? app.database.url : keys.url, sql);
    };
    await there(`'older ' || ${column}`);
    app.clock.advance(minutes(1));
    const response = await fetch(`${app.url}/readyz`);
    expect([response.status, await response.json()]).toEqual([
      503,
      { status: 'not ready', database: 'ok', migrations: 'ok', functions: 'ok', ...told },
    ]);
    await there(`substr(${column}, 7)`);
    // A process that waits for migrations checks again soon.
    app.clock.advance(2_000);
    expect((await fetch(`${app.url}/readyz`)).status).toBe(200);
  });

  test('stays ready without the key database', async () => {
    const pool = app.nest.get(SealedHealth, { strict: false }).keys!;
    const away = jest.spyOn(pool, 'query').mockRejectedValue(new Error('away') as never);
    app.clock.advance(minutes(1));
    expect((await fetch(`${app.url}/readyz`)).status).toBe(200);
    expect(away).toHaveBeenCalled();
    away.mockRestore();
  });

  test('sends only a minimal query while everything is in order', async () => {
    const querySpy = jest.spyOn(app.db.pool, 'query');
    app.clock.advance(1_000);
    await fetch(`${app.url}/readyz`);
    expect(querySpy.mock.calls.map(([sql]) => sql)).toEqual(['SELECT 1']);
    querySpy.mockRestore();
  });

  test.each([
    ['a later version', `INSERT INTO public.release (version, migrated_at) VALUES ('99.0.0', now())`],
    [
      'a later build of the same version',
      `INSERT INTO public.migration_sum (name, sha256, release) VALUES ('AddMore9999999999999', 'x', '${releaseFacts.version}')`,
    ],
  ])('stays ready while %s, already migrated, is rolled out', async (_what, sql) => {
    await runAsOwner(
      app,
      `UPDATE public.sql_source SET hash = 'later' WHERE file LIKE '%fold.sql';
       DELETE FROM public.release WHERE version = '99.0.0';
       ${sql}`,
    );
    app.clock.advance(minutes(1));
    expect((await fetch(`${app.url}/readyz`)).status).toBe(200);
  });

  test('every answer carries the request ID used in the log', async () => {
    const response = await fetch(`${app.url}/healthz`);
    expect(response.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });
});
