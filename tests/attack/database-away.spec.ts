import { randomUUID } from 'node:crypto';
import { SealedZone } from '@upstander/advocacy';
import { CopyStream } from '@upstander/files';
import { type Database, JobQueue, Logger, Metrics } from '@upstander/platform';
import { refusal, startApp, type TestApp } from '../support/app.js';
import { cloneDatabase, type SpecDatabase } from '../support/database.js';
import { eventually } from '../support/eventually.js';
import { anEvent, aShift } from '../support/factories.js';
import { startFreezableProxy, type Line } from './support/line.js';

describe('a frozen or stopped database', () => {
  let database: SpecDatabase;
  let line: Line;
  let app: TestApp;

  beforeAll(async () => {
    database = await cloneDatabase();
    line = await startFreezableProxy(new URL(database.url));
    const throughProxy = (url: string) => Object.assign(new URL(url), { port: String(line.port) }).href;
    app = await startApp({
      database: { ...database, url: throughProxy(database.url) },
      config: {
        SEALED_DATABASE_URL: throughProxy(database.sealedUrl),
        DATABASE_POOL: '3',
        DATABASE_CONNECT_SECONDS: '2',
        DATABASE_STATEMENT_SECONDS: '1',
        DATABASE_IDLE_SECONDS: '1',
      },
    });
  });
  afterAll(async () => {
    line.thaw();
    await app.close();
    line.close();
    await database.drop();
  });

  let afterThis: () => Promise<void> = async () => undefined;
  let logSpy: jest.SpyInstance;
  beforeEach(() => (logSpy = jest.spyOn(app.nest.get(Logger), 'warn')));
  afterEach(async () => {
    logSpy.mockRestore();
    await afterThis();
  });
  const lines = () => logSpy.mock.calls.filter(([, sentence]) => /^the database is/.test(String(sentence)));

  const unavailable = [503, 'DATABASE_UNAVAILABLE'];
  const signUp = (shiftId: string, name: string) =>
    app.graphql<{ signUp: { signup: { status: string } } | null }>(
      `mutation ($input: SignUpInput!) { signUp(input: $input) { signup { status } } }`,
      { input: { shiftId, name, email: `${name}@example.org` } },
    );
  const countConnections = async (state: string) => {
    const [row] = await app.db.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM pg_stat_activity
       WHERE datname = current_database() AND pid <> pg_backend_pid() AND state = $1`,
      [state],
    );
    return row!.n;
  };

  test('yields an error instead of a timeout on pages and in the API, and recovers once it thaws', async () => {
    const event = await anEvent(app.db);
    const shift = await aShift(app.db, { eventId: event.id });
    line.freeze();
    const [page, signedUp, ...more] = await Promise.all([
      fetch(`${app.url}/events/${event.slug}`),
      signUp(shift.id, 'ana'),
      ...['bea', 'cleo', 'dora', 'eva'].map((name) => signUp(shift.id, name)),
    ]);
    expect(page.status).toBe(503);
    for (const answer of [signedUp, ...more]) expect([answer.status, refusal(answer)]).toEqual(unavailable);

    // The outage is now detected: requests fail immediately without trying, and readiness reports it.
    await eventually(() => lines().length === 1);
    const { startedCount: begun } = line;
    const responses = await Promise.all([
      ...Array.from({ length: 20 }, (_, n) => fetch(`${app.url}/events/${event.slug}?n=${n}`)),
      fetch(`${app.url}/readyz`),
      signUp(shift.id, 'gus'),
    ]);
    expect(responses.map(({ status }) => status)).toEqual(Array(22).fill(503));
    expect(line.startedCount - begun).toBeLessThanOrEqual(2);
    const { text: figures } = await app.nest.get(Metrics).render();
    expect(figures).toMatch(/^upstander_database_up 0$/m);
    expect(figures).toMatch(/^upstander_database_silences_total 1$/m);

    line.thaw();
    await eventually(() => lines().length === 2);
    expect(lines()).toEqual([
      [{ why: 'silent', pools: expect.arrayContaining(['upstander']) }, 'the database is away'],
      [{ seconds: expect.any(Number) }, 'the database is back'],
    ]);
    expect((await signUp(shift.id, 'fay')).data.signUp?.signup.status).toBeTruthy();
    // Connections with a missed answer are closed along with their open transactions, so nothing writes into them.
    await eventually(async () => (await countConnections('idle in transaction')) === 0);
    expect((await fetch(`${app.url}/events/${event.slug}`)).status).toBe(200);
  });

  test('aborts a file download even if no other request waits', async () => {
    const file = new CopyStream(app.db.pool, 'COPY (SELECT pg_sleep(60)) TO STDOUT', { seconds: 60 });
    const whole = file.toArray();
    const writers = () => app.db.query(`SELECT FROM pg_stat_activity WHERE state = 'active' AND query LIKE 'COPY %'`);
    await eventually(async () => (await writers()).length === 1);
    line.freeze();
    afterThis = async () => {
      afterThis = async () => undefined;
      line.thaw();
      await eventually(() => app.db.answers());
    };
    await expect(whole).rejects.toThrow(/Connection terminated/);
  });

  test('keeps help lines and quick exit available while it is down; other pages say so and when to retry', async () => {
    const event = await anEvent(app.db);
    const shift = await aShift(app.db, { eventId: event.id });
    const fetchPath = (path: string, init?: RequestInit) => fetch(`${app.url}${path}`, { redirect: 'manual', ...init });
    line.close();
    afterThis = async () => {
      afterThis = async () => undefined;
      await line.open();
    };

    for (const path of ['/help', '/using-this-site', '/privacy', '/accessibility', '/work', '/talk', '/business']) {
      const page = await fetchPath(path);
      expect([path, page.status, /18883737888/.test(await page.text())]).toEqual([path, 200, true]);
    }
    expect((await fetchPath('/leave')).status).toBe(303);
    expect((await fetchPath('/robots.txt')).status).toBe(200);
    expect((await fetchPath('/livez')).status).toBe(200);

    for (const [lang, title] of [
      ['en', 'We can’t show this page right now'],
      ['es', 'En este momento no podemos mostrar esta página'],
    ] as const) {
      for (const path of [`/events/${event.slug}?lang=${lang}`, `/fundraisers?lang=${lang}`, `/?lang=${lang}`]) {
        const page = await fetchPath(path);
        const text = await page.text();
        expect([path, page.status, page.headers.get('retry-after')]).toEqual([path, 503, '10']);
        expect(page.headers.get('cache-control')).toBe('no-store');
        expect(text).toContain(`<h1>${title}</h1>`);
        expect(text.match(/href="tel:\+18883737888"/g)).toHaveLength(1);
        expect(text).toContain('href="/leave"');
      }
    }
    const feed = await fetchPath('/feeds/events.en.atom');
    expect([feed.status, feed.headers.get('retry-after')]).toEqual([503, '10']);

    const result = await signUp(shift.id, 'ana');
    expect([result.status, refusal(result), result.headers.get('retry-after')]).toEqual([...unavailable, '10']);
    const calendar = await fetchPath(`/events/${event.slug}.ics`);
    expect([calendar.status, calendar.headers.get('retry-after')]).toEqual([503, '10']);

    // Text submitted meanwhile is returned in the page, ready to be submitted again.
    const words = { name: 'Ana "María" <Ruiz>', message: 'Two lines,\r\nand & more.', key: randomUUID(), empty: '' };
    const sent = await fetchPath(`/events/${event.slug}`, {
      method: 'POST',
      headers: { origin: app.url },
      body: new URLSearchParams({ shift: shift.id, email: 'ana@example.org', ...words }),
    });
    const page = await sent.text();
    expect([sent.status, sent.headers.get('retry-after')]).toEqual([503, '10']);
    expect(page).toContain('<h1>We couldn’t save this right now</h1>');
    expect(fieldsOf(page)).toEqual({
      shift: shift.id,
      email: 'ana@example.org',
      ...words,
      message: 'Two lines,\nand & more.',
    });

    await afterThis();
    const again = await fetchPath(`/events/${event.slug}`, {
      method: 'POST',
      headers: { origin: app.url },
      body: new URLSearchParams(fieldsOf(page)),
    });
    expect([again.status, again.headers.get('location')]).toEqual([303, expect.stringContaining('/done')]);
    expect((await fetchPath(`/events/${event.slug}`)).status).toBe(200);
  });

  test('shows public pages as they were before the outage, with their time, and never quiet pages', async () => {
    const event = await anEvent(app.db, { title: 'Packing on Saturday' });
    const other = await anEvent(app.db);
    const removed = await anEvent(app.db);
    const kept = [`/events/${event.slug}`, '/events'];
    const neverKept = ['/opportunities', `/events/${other.slug}`, `/events/${removed.slug}`, '/events?text=packing'];
    const statusOf = async (path: string) => (await fetch(app.url + path)).status;
    for (const path of [...kept, '/opportunities', `/events/${removed.slug}`, '/events?text=packing'])
      expect(await statusOf(path)).toBe(200);
    await app.db.query(`UPDATE events.event SET slug = slug || '-new' WHERE id = $1`, [removed.id]);
    await eventually(async () => (await statusOf(`/events/${removed.slug}`)) === 404);
    const inSpanish = { headers: { 'accept-language': 'es' } };
    expect((await fetch(`${app.url}/events/${event.slug}`, inSpanish)).status).toBe(200);
    line.close();
    afterThis = async () => {
      afterThis = async () => undefined;
      await line.open();
    };

    const note = /<p class="note amber" role="status">We can’t reach our records right now. This page is from \w+/;
    for (const path of kept)
      for (const cookie of ['', 'session=someone']) {
        const page = await fetch(app.url + path, { headers: { cookie } });
        const text = await page.text();
        expect([path, page.status, page.headers.get('cache-control')]).toEqual([path, 200, 'no-store']);
        expect(text).toMatch(note);
        expect(text).toContain('Packing on Saturday');
      }
    const spanish = await (await fetch(`${app.url}/events/${event.slug}?lang=es`)).text();
    expect(spanish).toContain('En este momento no podemos acceder a nuestros datos.');
    for (const path of neverKept) expect([path, await statusOf(path)]).toEqual([path, 503]);

    await afterThis();
    await eventually(async () => !note.test(await (await fetch(`${app.url}/events/${event.slug}`)).text()));
  });

  test('connects to a queue that was unreachable at startup as soon as it is reachable', async () => {
    line.close();
    afterThis = async () => {
      afterThis = async () => undefined;
      await line.open();
    };
    const queue = new JobQueue(app.config, app.nest.get(Logger));
    expect(await queue.isReady()).toBe(false);
    await afterThis();
    await eventually(() => queue.isReady());
    await queue.onApplicationShutdown();
  });

  test('the database cancels a slow statement, and the next one is served', async () => {
    await expect(app.db.query('SELECT pg_sleep(30)')).rejects.toThrow(/statement timeout/);
    await expect(app.db.transaction((tx) => tx.query('SELECT pg_sleep(30)'))).rejects.toThrow(/statement timeout/);
    expect(await app.db.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  test('long maintenance work gets its declared time on every connection and does not count as an outage', async () => {
    let begun = 0;
    const slept = Array.from({ length: 3 }, () =>
      app.db.transaction(async (tx) => {
        await tx.setStatementTimeout(60);
        begun += 1;
        return tx.query<{ slept: string }>('SELECT pg_sleep(3.5)::text AS slept');
      }),
    );
    await eventually(() => begun === 3);
    // A request that only waits for a connection must not report a database outage.
    expect((await fetch(`${app.url}/readyz`)).status).toBe(200);
    for (const rows of await Promise.all(slept)) expect(rows).toHaveLength(1);
    expect(lines()).toEqual([]);
  });

  test('a write to a read-only server is the last one sent there', async () => {
    // Simulates a primary demoted under an open connection: the next connection looks for the new primary.
    const pid = async (on: Pick<Database, 'query'>) =>
      (await on.query<{ pid: number }>('SELECT pg_backend_pid() AS pid'))[0]!.pid;
    let there = 0;
    const refused = app.db.transaction(async (tx) => {
      there = await pid(tx);
      await tx.query('SET TRANSACTION READ ONLY');
      await tx.query('UPDATE events.event SET title = title');
    });
    await expect(refused).rejects.toMatchObject({ code: '25006' });
    expect(await pid(app.db)).not.toBe(there);
  });

  test('an idle transaction is ended and its locks are released', async () => {
    const done = app.db.transaction(async (tx) => {
      await tx.query('SELECT 1');
      await eventually(async () => (await countConnections('idle in transaction')) === 0);
      return tx.query('SELECT 1');
    });
    await expect(done).rejects.toThrow();
    expect(await app.db.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  test('a connection lost during a sealed transaction fails only that transaction', async () => {
    const zone = app.nest.get(SealedZone, { strict: false });
    const lost = zone.runAs({ kind: 'system', job: 'check-audit-chain' }, async (tx) => {
      const [{ pid } = { pid: 0 }] = await tx.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
      await tx.query('SELECT pg_terminate_backend($1)', [pid]);
    });
    await expect(lost).rejects.toThrow();
    await zone.runAs({ kind: 'system', job: 'check-audit-chain' }, (tx) => tx.query('SELECT 1'));
  });
});

function fieldsOf(page: string): Record<string, string> {
  const plain = (text: string) =>
    text
      .replace(/\r\n/g, '\n')
      .replace(
        /&(?:quot|#x27|lt|gt|amp);/g,
        (sign) => ({ '&quot;': '"', '&#x27;': "'", '&lt;': '<', '&gt;': '>' })[sign] ?? '&',
      );
  const fields = [...page.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"\/>/g)];
  return Object.fromEntries(fields.map(([, name = '', value = '']) => [plain(name), plain(value)]));
}
