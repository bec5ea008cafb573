import { Logger, Metrics, PublicReads } from '@upstander/platform';
import type { TestApp } from '../support/app.js';
import { describeWhere } from '../support/describe-where.js';
import { eventually } from '../support/eventually.js';
import { anEvent, aShift } from '../support/factories.js';
import { aPair, appWithReplica, binaries, noSystemPostgres, type Pair } from './support/replicated-postgres.js';

jest.setTimeout(120_000);

describeWhere(binaries, noSystemPostgres, 'a read replica', () => {
  let pair: Pair;
  let app: TestApp;
  let reads: PublicReads;
  let logSpy: jest.SpyInstance;
  beforeAll(async () => {
    pair = await aPair();
    app = await appWithReplica({
      ...pair.settings(),
      DATABASE_REPLICA_URL: pair.url(pair.standby),
      REPLICA_MAX_LAG_SECONDS: '2',
      DATABASE_CONNECT_SECONDS: '5',
    });
    reads = app.nest.get(PublicReads);
    logSpy = jest.spyOn(app.nest.get(Logger), 'warn');
  });
  afterAll(async () => {
    await app.close();
    await pair.end();
  });

  const isOk = () => eventually(() => reads.replicaState === 'ok', 30);
  const page = async (path: string, headers: Record<string, string> = {}) => {
    const answer = await fetch(app.url + path, { headers });
    return { status: answer.status, text: await answer.text() };
  };
  const lines = () => logSpy.mock.calls.filter(([, sentence]) => String(sentence).startsWith('the read replica'));
  const counted = async (pagePath: string) => {
    const { text } = await app.nest.get(Metrics).render();
    return Number(new RegExp(`upstander_public_reads_total\\{where="${pagePath}"\\} (\\d+)`).exec(text)?.[1] ?? 0);
  };
  const pause = () => pair.standby.query('SELECT pg_wal_replay_pause()');
  const resume = () => pair.standby.query('SELECT pg_wal_replay_resume()');

  test('serves visitors, and counts as current even without writes for longer than the allowed lag', async () => {
    await isOk();
    const event = await anEvent(app.db, { title: 'Sort the pantry' });
    await eventually(async () => (await page(`/events/${event.slug}`)).status === 200, 20);
    const before = await counted('replica');
    expect((await page('/events')).status).toBe(200);
    expect(await counted('replica')).toBeGreaterThan(before);
    const until = performance.now() + 3_000;
    await eventually(() => performance.now() > until, 10);
    expect(reads.replicaState).toBe('ok');
    expect(reads.lagSeconds).toBeLessThan(2);
  });

  test('is not used for signed-in users, requests with a personal cookie, or right after a form', async () => {
    await isOk();
    await pause();
    const event = await anEvent(app.db, { title: 'Written after the pause' });
    const { cookie } = await app.signedIn({ role: 'organizer' });
    const eventPath = `/events/${event.slug}`;
    // The replica doesn't have it yet. Only anonymous visitors may see that, for a limited time.
    expect((await page(eventPath)).status).toBe(404);
    expect((await page(eventPath, { cookie })).status).toBe(200);
    expect((await page(eventPath, { cookie: '__Host-link-abc=whatever' })).status).toBe(200);
    const shift = await aShift(app.db, { eventId: event.id });
    const form = await fetch(app.url + eventPath, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
      body: new URLSearchParams({ shiftId: shift.id, name: '', email: '' }),
    });
    expect(await form.text()).toContain('Written after the pause');
    await resume();
  });

  test('lagging: the primary answers, and the log has one line for the start and one for the end', async () => {
    await isOk();
    logSpy.mockClear();
    await pause();
    const event = await anEvent(app.db, { title: 'Nobody waits for it' });
    await eventually(() => reads.replicaState === 'behind', 20);
    expect((await page(`/events/${event.slug}`)).status).toBe(200);
    expect((await fetch(`${app.url}/health`)).status).toBe(503);
    expect((await fetch(`${app.url}/readyz`)).status).toBe(200);
    await resume();
    await isOk();
    expect(lines().map(([, sentence]) => sentence)).toEqual(['the read replica is away', 'the read replica is back']);
    expect(lines()[0]?.[0]).toEqual({ why: 'behind' });
  });

  test('stopped: no request fails, not even before it is detected', async () => {
    await isOk();
    logSpy.mockClear();
    const event = await anEvent(app.db);
    await pair.standby.stop();
    const pages = await Promise.all(Array.from({ length: 20 }, (_, n) => page(`/events/${event.slug}?n=${n}`)));
    expect(pages.map(({ status }) => status)).toEqual(Array(20).fill(200));
    await eventually(() => reads.replicaState === 'away', 10);
    expect((await page('/search?text=pantry')).status).toBe(200);
    await pair.standby.start();
    await isOk();
    expect(lines().map(([, sentence]) => sentence)).toEqual(['the read replica is away', 'the read replica is back']);
  });

  test('promoted to primary: it is no longer read from', async () => {
    await isOk();
    await pair.standby.promote();
    await eventually(() => reads.replicaState === 'no-standby', 20);
    const event = await anEvent(app.db);
    expect((await page(`/events/${event.slug}`)).status).toBe(200);
  });
});
