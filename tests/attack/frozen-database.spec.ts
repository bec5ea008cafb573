import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { join } from 'node:path';
import { SealedZone } from '@upstander/advocacy';
import { refusal, startApp, type TestApp } from '../support/app.js';
import { cloneDatabase, type SpecDatabase } from '../support/database.js';
import { eventually } from '../support/eventually.js';
import { anEvent, aShift } from '../support/factories.js';

interface Line {
  port: number;
  freeze(): void;
  thaw(): void;
  /** From now on nobody listens there. */
  close(): void;
  open(): Promise<void>;
}

/** A line to PostgreSQL that can fall silent, as a frozen server does: what is sent is taken, and nothing comes back. */
async function aLine(to: URL): Promise<Line> {
  const sockets = new Set<Socket>();
  let frozen = false;
  const server = createServer((near) => {
    const far = connect({ host: to.hostname, port: Number(to.port) });
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one.on('data', (bytes) => other.write(bytes));
      one.on('close', () => other.destroy()).on('error', () => other.destroy());
      if (frozen) one.pause();
    }
  });
  const listen = (on: number) => new Promise<void>((resolve) => server.listen(on, '127.0.0.1', resolve));
  await listen(0);
  const { port } = server.address() as AddressInfo;
  return {
    port,
    open: () => listen(port),
    freeze() {
      frozen = true;
      for (const socket of sockets) socket.pause();
    },
    thaw() {
      frozen = false;
      for (const socket of sockets) socket.resume();
    },
    close() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

describe('a database that is frozen, or gone', () => {
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
        DATABASE_CONNECT_SECONDS: '1',
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
  afterEach(() => afterThis());

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
    line.thaw();
    expect((await signUp(shift.id, 'fay')).data.signUp?.signup.status).toBeTruthy();
    // Connections on which an answer was missed are gone, and with them what was half done: nobody writes into it.
    await eventually(async () => (await ofOurs('idle in transaction')) === 0);
    expect((await fetch(`${app.url}/events/${event.slug}`)).status).toBe(200);
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

  test('a statement that takes too long is ended by the database, and the next one is served', async () => {
    await expect(app.db.query('SELECT pg_sleep(30)')).rejects.toThrow(/statement timeout/);
    await expect(app.db.transaction((tx) => tx.query('SELECT pg_sleep(30)'))).rejects.toThrow(/statement timeout/);
    expect(await app.db.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  test('work on everything there is takes the time it said it needs', async () => {
    const slept = app.db.transaction(async (tx) => {
      await tx.mayTake(60);
      return tx.query<{ slept: string }>('SELECT pg_sleep(3.5)::text AS slept');
    });
    expect(await slept).toHaveLength(1);
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

test('there is no pool and no connection of ours without these limits, or that knows one host alone', () => {
  const root = join(__dirname, '../..');
  const sources = ['apps', 'libs', 'db'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter(
        (file) => /\.ts$/.test(file) && !/node_modules|\.spec\.ts$|stripe-sandbox|dist\/|build\/|testing\//.test(file),
      )
      .map((file) => readFileSync(join(root, folder, file), 'utf8')),
  );
  // A pool that only hands its settings on is judged where it is asked for.
  const opened = sources
    .flatMap(
      (text) =>
        text.match(/(?:new (?:pg\.)?(?:Pool|Client)|new BoundedClient|(?<!function )retryingPool)\([^;]*;/g) ?? [],
    )
    .filter((text) => text !== 'new pg.Pool(options);');
  expect(opened.length).toBeGreaterThanOrEqual(4);
  expect(
    opened.filter((text) => !/boundedWaits\(|connectionTimeoutMillis|\.\.\.(?:limits|bounds)\b/.test(text)),
  ).toEqual([]);
  // The search for one of several hosts tries each; everything else asks it, but for what is tried on a server of the tests.
  const alone = sources.filter(
    (text) => /new pg\.Client\(/.test(text) && !/class ServerSearch|'TEST_DATABASE_URL'/.test(text),
  );
  expect(alone).toEqual([]);
  expect(
    sources.filter((text) => /type: 'postgres'/.test(text) && !/\bClient: BoundedClient|boundedWaits\(/.test(text)),
  ).toEqual([]);
  expect(
    sources.filter((text) => /type: 'postgres'/.test(text) && !/boundedWaits\(|connectTimeoutMS/.test(text)),
  ).toEqual([]);
});
