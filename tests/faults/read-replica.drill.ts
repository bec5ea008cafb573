import { Logger, Metrics, PublicReads } from '@upstander/platform';
import type { TestApp } from '../support/app.js';
import { describeWhere } from '../support/describe-where.js';
import { eventually } from '../support/eventually.js';
import { anEvent, aShift } from '../support/factories.js';
import { aPair, appOn, binaries, without, type Pair } from './support/replicated-postgres.js';

jest.setTimeout(120_000);

describeWhere(binaries, without, 'a read replica', () => {
  let pair: Pair;
  let app: TestApp;
  let reads: PublicReads;
  let said: jest.SpyInstance;
  beforeAll(async () => {
    pair = await aPair();
    app = await appOn({
      ...pair.settings(),
      DATABASE_REPLICA_URL: pair.url(pair.standby),
      REPLICA_MAX_LAG_SECONDS: '2',
      DATABASE_CONNECT_SECONDS: '5',
    });
    reads = app.nest.get(PublicReads);
    said = jest.spyOn(app.nest.get(Logger), 'warn');
  });
  afterAll(async () => {
    await app.close();
    await pair.end();
  });

  const isOk = () => eventually(() => reads.state === 'ok', 30);
  const page = async (path: string, headers: Record<string, string> = {}) => {
    const answer = await fetch(app.url + path, { headers });
    return { status: answer.status, text: await answer.text() };
  };
  const lines = () => said.mock.calls.filter(([, sentence]) => String(sentence).startsWith('the read replica'));
  const counted = async (where: string) => {
    const { text } = await app.nest.get(Metrics).answer();
    return Number(new RegExp(`upstander_public_reads_total\\{where="${where}"\\} (\\d+)`).exec(text)?.[1] ?? 0);
  };
  /** What the standby shows from here on is not what was written. */
  const pause = () => pair.standby.say('SELECT pg_wal_replay_pause()');
  const resume = () => pair.standby.say('SELECT pg_wal_replay_resume()');

  test('answers visitors, and is fresh also when nobody writes for longer than it may lag', async () => {
    await isOk();
    const event = await anEvent(app.db, { title: 'Sort the pantry' });
    await eventually(async () => (await page(`/events/${event.slug}`)).status === 200, 20);
    const before = await counted('replica');
    expect((await page('/events')).status).toBe(200);
    expect(await counted('replica')).toBeGreaterThan(before);
    const until = performance.now() + 3_000;
    await eventually(() => performance.now() > until, 10);
    expect(reads.state).toBe('ok');
    expect(reads.lagSeconds).toBeLessThan(2);
  });

  test('is not for whoever is signed in, brings a personal cookie or has just sent a form', async () => {
    await isOk();
    await pause();
    const event = await anEvent(app.db, { title: 'Written after the pause' });
    const { cookie } = await app.signedIn({ role: 'organizer' });
    const asked = `/events/${event.slug}`;
    // The replica does not know it yet, which is what a visitor may see for so many seconds and nobody else.
    expect((await page(asked)).status).toBe(404);
    expect((await page(asked, { cookie })).status).toBe(200);
    expect((await page(asked, { cookie: '__Host-link-abc=whatever' })).status).toBe(200);
    const shift = await aShift(app.db, { eventId: event.id });
    const form = await fetch(app.url + asked, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
      body: new URLSearchParams({ shiftId: shift.id, name: '', email: '' }),
    });
    expect(await form.text()).toContain('Written after the pause');
    await resume();
  });

  test('too far behind: the primary answers, one line says so and one that it is over', async () => {
    await isOk();
    said.mockClear();
    await pause();
    const event = await anEvent(app.db, { title: 'Nobody waits for it' });
    await eventually(() => reads.state === 'behind', 20);
    expect((await page(`/events/${event.slug}`)).status).toBe(200);
    expect((await fetch(`${app.url}/health`)).status).toBe(503);
    expect((await fetch(`${app.url}/readyz`)).status).toBe(200);
    await resume();
    await isOk();
    expect(lines().map(([, sentence]) => sentence)).toEqual(['the read replica is away', 'the read replica is back']);
    expect(lines()[0]?.[0]).toEqual({ why: 'behind' });
  });

  test('gone: nobody is refused, not even whoever asks before anybody has noticed', async () => {
    await isOk();
    said.mockClear();
    const event = await anEvent(app.db);
    await pair.standby.stop();
    const pages = await Promise.all(Array.from({ length: 20 }, (_, n) => page(`/events/${event.slug}?n=${n}`)));
    expect(pages.map(({ status }) => status)).toEqual(Array(20).fill(200));
    await eventually(() => reads.state === 'away', 10);
    expect((await page('/search?text=pantry')).status).toBe(200);
    await pair.standby.start();
    await isOk();
    expect(lines().map(([, sentence]) => sentence)).toEqual(['the read replica is away', 'the read replica is back']);
  });

  test('that became a primary itself is not read from', async () => {
    await isOk();
    await pair.standby.promote();
    await eventually(() => reads.state === 'no-standby', 20);
    const event = await anEvent(app.db);
    expect((await page(`/events/${event.slug}`)).status).toBe(200);
  });
});
