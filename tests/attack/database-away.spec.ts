import { randomUUID } from 'node:crypto';
import { SealedZone } from '@upstander/advocacy';
import { CopyOut, type Database, JobQueue, Logger, Metrics } from '@upstander/platform';
import { refusal, startApp, type TestApp } from '../support/app.js';
import { cloneDatabase, type SpecDatabase } from '../support/database.js';
import { eventually } from '../support/eventually.js';
import { anEvent, aShift } from '../support/factories.js';
import { aLine, type Line } from './support/line.js';

describe('a database that is silent, or gone', () => {
  let database: SpecDatabase;
  let line: Line;
  let app: TestApp;

  beforeAll(async () => {
    database = await cloneDatabase();
    line = await aLine(new URL(database.url));
    const through = (url: string) => Object.assign(new URL(url), { port: String(line.port) }).href;
    app = await startApp({
      database: { ...database, url: through(database.url) },
      config: {
        SEALED_DATABASE_URL: through(database.sealedUrl),
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
  let said: jest.SpyInstance;
  beforeEach(() => (said = jest.spyOn(app.nest.get(Logger), 'warn')));
  afterEach(async () => {
    said.mockRestore();
    await afterThis();
  });
  const lines = () => said.mock.calls.filter(([, sentence]) => /^the database is/.test(String(sentence)));

  const unavailable = [503, 'DATABASE_UNAVAILABLE'];
  const signUp = (shiftId: string, name: string) =>
    app.graphql<{ signUp: { signup: { status: string } } | null }>(
      `mutation ($input: SignUpInput!) { signUp(input: $input) { signup { status } } }`,
      { input: { shiftId, name, email: `${name}@example.org` } },
    );
  const ofOurs = async (state: string) => {
    const [row] = await app.db.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM pg_stat_activity
       WHERE datname = current_database() AND pid <> pg_backend_pid() AND state = $1`,
      [state],
    );
    return row!.n;
  };

  test('is a refusal and not a silence, for pages as for the API; and once it thaws everything is as before', async () => {
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

    // From now on it is known: nobody tries, all are told, and so is the balancer.
    await eventually(() => lines().length === 1);
    const { begun } = line;
    const told = await Promise.all([
      ...Array.from({ length: 20 }, (_, n) => fetch(`${app.url}/events/${event.slug}?n=${n}`)),
      fetch(`${app.url}/readyz`),
      signUp(shift.id, 'gus'),
    ]);
    expect(told.map(({ status }) => status)).toEqual(Array(22).fill(503));
    // The one question that is asked again and again.
    expect(line.begun - begun).toBeLessThanOrEqual(2);
    const { text: figures } = await app.nest.get(Metrics).answer();
    expect(figures).toMatch(/^upstander_database_up 0$/m);
    expect(figures).toMatch(/^upstander_database_silences_total 1$/m);

    line.thaw();
    await eventually(() => lines().length === 2);
    expect(lines()).toEqual([
      [{ why: 'silent', pools: expect.arrayContaining(['upstander']) }, 'the database is away'],
      [{ seconds: expect.any(Number) }, 'the database is back'],
    ]);
    expect((await signUp(shift.id, 'fay')).data.signUp?.signup.status).toBeTruthy();
    // Connections on which an answer was missed are gone, and with them what was half done: nobody writes into it.
    await eventually(async () => (await ofOurs('idle in transaction')) === 0);
    expect((await fetch(`${app.url}/events/${event.slug}`)).status).toBe(200);
  });

  test('breaks off a file that is being written, also when nobody else waits', async () => {
    const file = new CopyOut(app.db.pool, 'COPY (SELECT pg_sleep(60)) TO STDOUT', { seconds: 60 });
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

  test('while it is gone help and the way out are there as ever, and what needs it says so and when to come again', async () => {
    const event = await anEvent(app.db);
    const shift = await aShift(app.db, { eventId: event.id });
    const at = (path: string, init?: RequestInit) => fetch(`${app.url}${path}`, { redirect: 'manual', ...init });
    line.close();
    afterThis = async () => {
      afterThis = async () => undefined;
      await line.open();
    };

    for (const path of ['/help', '/using-this-site', '/privacy', '/accessibility', '/work', '/talk', '/business']) {
      const page = await at(path);
      expect([path, page.status, /18883737888/.test(await page.text())]).toEqual([path, 200, true]);
    }
    expect((await at('/leave')).status).toBe(303);
    expect((await at('/robots.txt')).status).toBe(200);
    expect((await at('/livez')).status).toBe(200);

    for (const [lang, title] of [
      ['en', 'We cannot show this page right now'],
      ['es', 'En este momento no podemos mostrar esta página'],
    ] as const) {
      for (const path of [`/events/${event.slug}?lang=${lang}`, `/fundraisers?lang=${lang}`, `/?lang=${lang}`]) {
        const page = await at(path);
        const text = await page.text();
        expect([path, page.status, page.headers.get('retry-after')]).toEqual([path, 503, '10']);
        expect(page.headers.get('cache-control')).toBe('no-store');
        expect(text).toContain(`<h1>${title}</h1>`);
        // The help lines once, and the quick way out.
        expect(text.match(/href="tel:\+18883737888"/g)).toHaveLength(1);
        expect(text).toContain('href="/leave"');
      }
    }
    const feed = await at('/feeds/events.en.atom');
    expect([feed.status, feed.headers.get('retry-after')]).toEqual([503, '10']);

    const told = await signUp(shift.id, 'ana');
    expect([told.status, refusal(told), told.headers.get('retry-after')]).toEqual([...unavailable, '10']);
    const calendar = await at(`/events/${event.slug}.ics`);
    expect([calendar.status, calendar.headers.get('retry-after')]).toEqual([503, '10']);

    // Words that were sent meanwhile come back in the page, to be sent again as they were.
    const words = { name: 'Ana "María" <Ruiz>', message: 'Two lines,\r\nand & more.', key: randomUUID(), empty: '' };
    const sent = await at(`/events/${event.slug}`, {
      method: 'POST',
      headers: { origin: app.url },
      body: new URLSearchParams({ shift: shift.id, email: 'ana@example.org', ...words }),
    });
    const page = await sent.text();
    expect([sent.status, sent.headers.get('retry-after')]).toEqual([503, '10']);
    expect(page).toContain('<h1>We could not save this right now</h1>');
    expect(fieldsOf(page)).toEqual({
      shift: shift.id,
      email: 'ana@example.org',
      ...words,
      message: 'Two lines,\nand & more.',
    });

    await afterThis();
    const again = await at(`/events/${event.slug}`, {
      method: 'POST',
      headers: { origin: app.url },
      body: new URLSearchParams(fieldsOf(page)),
    });
    expect([again.status, again.headers.get('location')]).toEqual([303, expect.stringContaining('/done')]);
    expect((await at(`/events/${event.slug}`)).status).toBe(200);
  });

  test('a queue that could not be reached when it began is there as soon as it can be', async () => {
    line.close();
    afterThis = async () => {
      afterThis = async () => undefined;
      await line.open();
    };
    const queue = new JobQueue(app.config, app.nest.get(Logger));
    expect(await queue.ready()).toBe(false);
    await afterThis();
    await eventually(() => queue.ready());
    await queue.onApplicationShutdown();
  });

  test('a statement that takes too long is ended by the database, and the next one is served', async () => {
    await expect(app.db.query('SELECT pg_sleep(30)')).rejects.toThrow(/statement timeout/);
    await expect(app.db.transaction((tx) => tx.query('SELECT pg_sleep(30)'))).rejects.toThrow(/statement timeout/);
    expect(await app.db.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  test('work on everything there is takes the time it said it needs, on every connection there is, and nobody takes the database for away', async () => {
    let begun = 0;
    const slept = Array.from({ length: 3 }, () =>
      app.db.transaction(async (tx) => {
        await tx.mayTake(60);
        begun += 1;
        return tx.query<{ slept: string }>('SELECT pg_sleep(3.5)::text AS slept');
      }),
    );
    await eventually(() => begun === 3);
    // Who only waits for a connection may not be told that there is no database.
    expect((await fetch(`${app.url}/readyz`)).status).toBe(200);
    for (const rows of await Promise.all(slept)) expect(rows).toHaveLength(1);
    expect(lines()).toEqual([]);
  });

  test('a write that meets a server which takes none is the last one there', async () => {
    // As for a primary that was made a standby under a connection that stayed open: the next one looks for its successor.
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

  test('a transaction that stands open for nothing is ended, and frees what it locked', async () => {
    const done = app.db.transaction(async (tx) => {
      await tx.query('SELECT 1');
      await eventually(async () => (await ofOurs('idle in transaction')) === 0);
      return tx.query('SELECT 1');
    });
    await expect(done).rejects.toThrow();
    expect(await app.db.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  test('a connection lost in the middle of a sealed transaction fails that one, and nothing else', async () => {
    const zone = app.nest.get(SealedZone, { strict: false });
    const lost = zone.as({ kind: 'system', job: 'check-audit-chain' }, async (tx) => {
      const [{ pid } = { pid: 0 }] = await tx.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
      await tx.query('SELECT pg_terminate_backend($1)', [pid]);
    });
    await expect(lost).rejects.toThrow();
    await zone.as({ kind: 'system', job: 'check-audit-chain' }, (tx) => tx.query('SELECT 1'));
  });
});

/** What the hidden fields of a page hold, as a browser reads them. */
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
