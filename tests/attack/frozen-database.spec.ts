import { readdirSync, readFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { join } from 'node:path';
import { SealedZone } from '@upstander/advocacy';
import { startApp, type TestApp } from '../support/app.js';
import { cloneDatabase, type SpecDatabase } from '../support/database.js';
import { eventually } from '../support/eventually.js';
import { anEvent, aShift } from '../support/factories.js';

/** A line to PostgreSQL that can fall silent, as a frozen server does: what is sent is taken, and nothing comes back. */
async function aLine(to: URL): Promise<{ port: number; freeze(): void; thaw(): void; close(): void }> {
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
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
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

describe('a database that is frozen', () => {
  let database: SpecDatabase;
  let line: Awaited<ReturnType<typeof aLine>>;
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
    expect(page.status).toBe(500);
    for (const { errors } of [signedUp, ...more]) expect(errors?.[0]?.extensions.code).toBe('INTERNAL_SERVER_ERROR');
    line.thaw();
    expect((await signUp(shift.id, 'fay')).data.signUp?.signup.status).toBeTruthy();
    // Connections on which an answer was missed are gone, and with them what was half done: nobody writes into it.
    await eventually(async () => (await ofOurs('idle in transaction')) === 0);
    expect((await fetch(`${app.url}/events/${event.slug}`)).status).toBe(200);
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
  // The search for one of several hosts tries each; everything else asks it.
  const alone = sources.filter((text) => /new pg\.Client\(/.test(text) && !/class ServerSearch/.test(text));
  expect(alone).toEqual([]);
  expect(
    sources.filter((text) => /type: 'postgres'/.test(text) && !/\bClient: BoundedClient|boundedWaits\(/.test(text)),
  ).toEqual([]);
  expect(
    sources.filter((text) => /type: 'postgres'/.test(text) && !/boundedWaits\(|connectTimeoutMS/.test(text)),
  ).toEqual([]);
});
