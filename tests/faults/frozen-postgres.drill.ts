import { migrate } from '@upstander/db';
import { eventually } from '../support/eventually.js';
import { ApiServer } from './support/api-server.js';
import { startOwnPostgres, type OwnPostgres } from './support/own-postgres.js';

jest.setTimeout(120_000);

describe('a frozen PostgreSQL (SIGSTOP) with default settings', () => {
  let postgres: OwnPostgres;
  let api: ApiServer;
  beforeAll(async () => {
    postgres = await startOwnPostgres();
    const { owner, app } = postgres.urls;
    await migrate({ owner, program: app });
    api = await ApiServer.start(app, { DATABASE_CONNECT_SECONDS: '5', DATABASE_STATEMENT_SECONDS: '15' });
  });
  afterAll(async () => {
    postgres.resume();
    await api.end();
    await postgres.stop();
  });
  let requestCount = 0;
  const page = async (path = `/events?n=${(requestCount += 1)}`) => {
    const began = performance.now();
    const { status, headers } = await fetch(api.url + path);
    return { told: [status, headers.get('retry-after')], seconds: (performance.now() - began) / 1_000 };
  };
  const slowest = (pages: ReadonlyArray<{ seconds: number }>) => Math.max(...pages.map(({ seconds }) => seconds));

  test('fails requests immediately once detected, and recovers when it continues', async () => {
    expect((await page()).told).toEqual([200, null]);
    postgres.freeze();
    const first = await Promise.all(Array.from({ length: 20 }, () => page()));
    expect(first.map(({ told }) => told)).toEqual(Array(20).fill([503, '10']));
    const later = [];
    for (let n = 0; n < 50; n += 1) later.push(await page());
    expect(later.map(({ told }) => told)).toEqual(Array(50).fill([503, '10']));
    const ready = await page('/readyz');
    expect(ready.told[0]).toBe(503);
    expect((await page('/help')).told[0]).toBe(200);
    await api.waitForOutput(/the database is away/);

    const thawed = performance.now();
    postgres.resume();
    await eventually(async () => (await page()).told[0] === 200);
    const back = (performance.now() - thawed) / 1_000;
    await api.waitForOutput(/the database is back/);
    console.info(
      `Frozen: the first 20 pages waited ${slowest(first).toFixed(1)} s, the next 50 ${slowest(later).toFixed(2)} s at the most, /readyz ${ready.seconds.toFixed(2)} s; served again ${back.toFixed(2)} s after it moved.`,
    );
  });
});
