import { SealedHealth } from '@upstander/advocacy';
import { JobQueue } from '@upstander/platform';
import { releaseFacts } from '@upstander/db';
import pg from 'pg';
import { startApp, type TestApp } from '../support/app.js';
import { aKeyDatabase } from '../support/key-database.js';
import { minutes } from '../support/movable-clock.js';
import { asOwner } from '../support/tampering.js';

/** Says something in the database of this address, as the superuser. */
async function inDatabase(url: string, sql: string): Promise<void> {
  const address = Object.assign(new URL(process.env['TEST_DATABASE_URL'] ?? ''), { pathname: new URL(url).pathname });
  const client = new pg.Client({ connectionString: address.href });
  await client.connect();
  await client.query(sql);
  await client.end();
}

describe('the health of the api', () => {
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
      { status: 'ready', database: 'ok', migrations: 'ok', functions: 'ok' },
    ]);
  });

  test('healthy means the queue and the sealed databases as well, without which it is still ready', async () => {
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

  test.each([
    ['a migration that was not run', 'main', 'migration_sum', 'name', 'CreateLedger%', { migrations: 'outstanding' }],
    ['one of the sealed zone', 'main', 'migration_sum', 'name', 'CreateSealed%', { migrations: 'outstanding' }],
    ['one of the keys', 'keys', 'migration_sum', 'name', 'CreateKeys%', { migrations: 'outstanding' }],
    ['one that was changed since', 'main', 'migration_sum', 'sha256', 'CreateLedger%', { migrations: 'changed' }],
    ['an older function', 'main', 'sql_source', 'hash', '%/fold.sql', { functions: 'older' }],
    ['an older policy', 'main', 'sql_source', 'hash', 'policies/sealed/application.sql', { functions: 'older' }],
    ['an older function of the keys', 'keys', 'sql_source', 'hash', 'functions/keys/%', { functions: 'older' }],
  ])('%s makes it not ready', async (_what, where, table, column, like, told) => {
    const there = async (value: string) => {
      const row = table === 'sql_source' ? 'file' : 'sha256 || name';
      const sql = `UPDATE public.${table} SET ${column} = ${value} WHERE ${row} LIKE '%${like}'`;
      await inDatabase(where === 'main' ? app.database.url : keys.url, sql);
    };
    await there(`'older ' || ${column}`);
    app.clock.advance(minutes(1));
    const response = await fetch(`${app.url}/readyz`);
    expect([response.status, await response.json()]).toEqual([
      503,
      { status: 'not ready', database: 'ok', migrations: 'ok', functions: 'ok', ...told },
    ]);
    await there(`substr(${column}, 7)`);
    // Who waits for the migrations asks again soon.
    app.clock.advance(2_000);
    expect((await fetch(`${app.url}/readyz`)).status).toBe(200);
  });

  test('without the keys it is as ready as it was', async () => {
    const pool = app.nest.get(SealedHealth, { strict: false }).keys!;
    const away = jest.spyOn(pool, 'query').mockRejectedValue(new Error('away') as never);
    app.clock.advance(minutes(1));
    expect((await fetch(`${app.url}/readyz`)).status).toBe(200);
    expect(away).toHaveBeenCalled();
    away.mockRestore();
  });

  test('asks for no more than a sign of life while everything fits', async () => {
    const asked = jest.spyOn(app.db.pool, 'query');
    app.clock.advance(1_000);
    await fetch(`${app.url}/readyz`);
    expect(asked.mock.calls.map(([sql]) => sql)).toEqual(['SELECT 1']);
    asked.mockRestore();
  });

  test('a later release that has migrated, while it is rolled out, leaves it ready', async () => {
    await asOwner(
      app,
      `UPDATE public.sql_source SET hash = 'later' WHERE file LIKE '%fold.sql';
       INSERT INTO public.release (version, migrated_at) VALUES ('99.0.0', now());
       INSERT INTO public.migration_sum (name, sha256, release) VALUES ('AddMore9999999999999', 'x', '99.0.0')`,
    );
    app.clock.advance(minutes(1));
    expect((await fetch(`${app.url}/readyz`)).status).toBe(200);
  });

  test('every answer carries the id under which it stands in the log', async () => {
    const response = await fetch(`${app.url}/healthz`);
    expect(response.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });
});
