import { migrate } from '@upstander/db';
import { retryTransaction } from '@upstander/platform';
import { Redis } from 'ioredis';
import pg from 'pg';
import { manyReminders, reminderDue } from '../bench/support/many-reminders.js';
import { eventually } from '../support/eventually.js';
import { startMailSink, type MailSink } from '../support/mail-sink.js';
import { MailWorker } from './support/mail-worker.js';
import type { ProgramName } from './support/processes.js';
import { startOwnPostgres, type OwnPostgres } from './support/own-postgres.js';

/**
 * Kills the worker while it sends three hundred reminders. SMTP allows this guarantee: nothing is lost, and only emails
 * the server accepted but we hadn't marked are sent again, recognizable as duplicates.
 */
const people = 300;
/**
 * `npm test` kills once for each kind of work: starting messages, planning and sending of each kind. `npm run faults` kills
 * more often.
 */
const full = process.env['FAULTS'] === 'full';
const kills = full ? 3 : 1;
/** At a kill: the connections and the groups being marked, which are larger on a busy machine. */
const mostInFlight = 80;

jest.setTimeout(240_000);

let postgres: OwnPostgres;
let pool: pg.Pool;
let sink: MailSink;
let worker: MailWorker;

beforeAll(async () => {
  postgres = await startOwnPostgres();
  await migrate({ owner: postgres.urls.owner, program: postgres.urls.app });
  pool = new pg.Pool({ connectionString: postgres.url, max: 2 });
  pool.on('error', () => undefined);
  await manyReminders(pool, people);
});
afterAll(async () => {
  await pool.end();
  await postgres.stop();
});
beforeEach(async () => {
  sink = await startMailSink();
  // A slow server; otherwise everything would be sent before the first kill.
  sink.beforeAnswer = () => new Promise((resolve) => setTimeout(resolve, 5 + Math.random() * 20));
  await pool.query('DELETE FROM notifications.mail');
  await reminderDue(pool);
});
afterEach(async () => {
  await worker.end('SIGKILL');
  await sink.close();
});

const startWorker = (settings: Record<string, string> = {}, program: ProgramName = 'worker') =>
  MailWorker.start({ DATABASE_URL: postgres.urls.app, SMTP_URL: sink.url, ...settings }, program);
/** For a worker that is never killed: its leases don't expire, however busy the database is. */
const inNoHurry = { MAIL_LEASE_SECONDS: '120' };
const waitUntilAllReceived = () => eventually(() => new Set(sink.received.map(({ to }) => to)).size === people, 120);
const everythingIsMarked = () => eventually(async () => (await statuses()).sent === people, 60);

async function statuses(): Promise<Record<string, number>> {
  const { rows } = await pool.query<{ status: string; n: number }>(
    'SELECT status, count(*)::int AS n FROM notifications.mail GROUP BY status',
  );
  return Object.fromEntries(rows.map(({ status, n }) => [status, n]));
}

async function unmarked(): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(`SELECT id FROM notifications.mail WHERE status <> 'sent'`);
  return rows.map(({ id }) => `<${id}@upstander.invalid>`);
}

/** Returns counts of received emails, in order, at which something happens. */
function randomCounts(n: number): number[] {
  const counts = new Set<number>();
  while (counts.size < n) counts.add(20 + Math.floor(Math.random() * (people - 60)));
  return [...counts].sort((a, b) => a - b);
}

const reached = (n: number) => eventually(() => sink.counts().size >= n, 120);

/** Checks that each person's emails have one Message-ID. Returns duplicates and their number. */
function duplicates(): string[] {
  const ids = new Map<string, Set<string>>();
  for (const { to, messageId } of sink.received) ids.set(to, (ids.get(to) ?? new Set()).add(messageId));
  expect([...ids.values()].filter((set) => set.size !== 1)).toEqual([]);
  return [...sink.counts()].filter(([, times]) => times > 1).map(([messageId]) => messageId);
}

test('after kills of the worker and one of PostgreSQL, everyone gets their email, and only those in flight come twice', async () => {
  worker = await startWorker();
  const counts = randomCounts(full ? 6 : 2);
  const crash = Math.floor(Math.random() * counts.length);
  // Emails the server received but our rows don't show as sent. Only these may come twice.
  const mayComeTwice = new Set<string>();
  const note = (rows: string[]) => rows.filter((id) => sink.receivedIds.has(id)).forEach((id) => mayComeTwice.add(id));
  for (const [i, count] of counts.entries()) {
    await reached(count);
    if (i === crash) {
      // A program that starts without a database exits. Restarting it is up to the process supervisor.
      await worker.ready();
      const before = await unmarked();
      await postgres.kill();
      note(before);
      // It survives the outage and marks sent emails as soon as possible.
      expect(await worker.isSameProcess()).toBe(true);
    } else {
      expect(await worker.restart('SIGKILL', async () => note(await unmarked()))).toBe('SIGKILL');
    }
  }
  await waitUntilAllReceived();
  await everythingIsMarked();
  expect(await statuses()).toEqual({ sent: people });
  const twice = duplicates();
  expect(twice.filter((messageId) => !mayComeTwice.has(messageId))).toEqual([]);
  expect(mayComeTwice.size).toBeLessThan(counts.length * mostInFlight);
  console.info(`counts ${counts.join(', ')}: ${mayComeTwice.size} in flight at the kills, ${twice.length} came twice`);
});

test('after kills of the worker, a message to the people of events reached everyone, and twice only if it was in flight', async () => {
  await pool.query('UPDATE events.shift_due SET done_at = now()');
  await pool.query(
    `INSERT INTO events.event_message (event_id, audience, subject, body, created_at, send_at)
     SELECT id, 'everyone', 'Storm', 'We start an hour later.', now(), now() - interval '1 second' FROM events.event`,
  );
  worker = await startWorker();
  const mayComeTwice = new Set<string>();
  const note = async () =>
    (await unmarked()).filter((id) => sink.receivedIds.has(id)).forEach((id) => mayComeTwice.add(id));
  // The first kill is while the messages are started, one after another.
  for (const count of [1, ...randomCounts(kills)]) {
    await reached(count);
    expect(await worker.restart('SIGKILL', note)).toBe('SIGKILL');
  }
  await waitUntilAllReceived();
  await everythingIsMarked();
  expect(await statuses()).toEqual({ sent: people });
  const { rows } = await pool.query<{ started: number; people: number }>(
    `SELECT count(DISTINCT g.id)::int AS started, count(*)::int AS people
     FROM events.event_message g JOIN events.event_message_recipient r ON r.message_id = g.id WHERE g.started_at IS NOT NULL`,
  );
  expect(rows).toEqual([{ started: people / 30, people }]);
  expect(duplicates().filter((messageId) => !mayComeTwice.has(messageId))).toEqual([]);
  expect(mayComeTwice.size).toBeLessThan((1 + kills) * mostInFlight);
});

/** Organizers of the chapter of all events, due for a daily summary of its sign-ups. */
async function organizersAreDue(): Promise<void> {
  await pool.query(`
    UPDATE events.shift_due SET done_at = now();
    UPDATE events.signup SET created_at = now() - interval '2 days', proven_at = now() - interval '2 days';
    WITH organizers AS (
      INSERT INTO identity.account (email, name)
      SELECT 'organizer-' || n || '@example.org', 'Rosa' FROM generate_series(1, ${people}) n RETURNING id
    ), granted AS (
      INSERT INTO identity."grant" (account_id, role, chapter_id)
      SELECT o.id, 'organizer', (SELECT min(chapter_id::text)::uuid FROM events.event) FROM organizers o
    )
    INSERT INTO notifications.staff_notice (account_id, topic, covered_until)
    SELECT id, 'new_signups', now() - interval '3 days' FROM organizers`);
}

test('after kills of the worker, each organizer got one summary, and twice only if it was in flight', async () => {
  await organizersAreDue();
  worker = await startWorker();
  const mayComeTwice = new Set<string>();
  const note = async () =>
    (await unmarked()).filter((id) => sink.receivedIds.has(id)).forEach((id) => mayComeTwice.add(id));
  const planned = async () => Object.values(await statuses()).reduce((sum, n) => sum + n, 0);
  // The first kill is while the summaries are planned, one after another.
  await eventually(async () => (await planned()) >= 20, 120);
  expect(await worker.restart('SIGKILL', note)).toBe('SIGKILL');
  for (const count of randomCounts(kills)) {
    await reached(count);
    expect(await worker.restart('SIGKILL', note)).toBe('SIGKILL');
  }
  await waitUntilAllReceived();
  await everythingIsMarked();
  expect(await statuses()).toEqual({ sent: people });
  expect(duplicates().filter((messageId) => !mayComeTwice.has(messageId))).toEqual([]);
  expect(mayComeTwice.size).toBeLessThan((1 + kills) * mostInFlight);
  await pool.query('DELETE FROM identity.account');
});

test('after kills of the worker, each person got one daily summary, and twice only if it was in flight', async () => {
  await pool.query(`
    UPDATE events.shift_due SET done_at = now();
    INSERT INTO notifications.preference (recipient, topic, frequency, changed_at)
    SELECT email, 'thank_yous', 'daily', now() FROM volunteers.volunteer;
    INSERT INTO notifications.mail (key, template, subject_id, recipient, locale, data, due_at)
    SELECT 'hours-milestone/' || v.id || '/' || hours, 'hours-milestone', v.id, v.email, 'en',
      jsonb_build_object('hours', hours), now()
    FROM volunteers.volunteer v CROSS JOIN unnest(ARRAY[10, 25]) AS hours`);
  const count = async (status: string) => (await statuses())[status] ?? 0;
  worker = await startWorker();
  await eventually(async () => (await count('collected')) >= 100, 120);
  expect(await worker.restart('SIGKILL')).toBe('SIGKILL');
  await eventually(async () => (await count('collected')) === 2 * people, 120);
  expect(sink.received).toEqual([]);
  const mayComeTwice = new Set<string>();
  const note = async () =>
    (await unmarked()).filter((id) => sink.receivedIds.has(id)).forEach((id) => mayComeTwice.add(id));
  await pool.query(`UPDATE notifications.mail SET due_at = now() WHERE template = 'daily-digest'`);
  for (const reachedCount of randomCounts(kills)) {
    await reached(reachedCount);
    expect(await worker.restart('SIGKILL', note)).toBe('SIGKILL');
  }
  await waitUntilAllReceived();
  await eventually(async () => (await count('sent')) === 3 * people, 60);
  expect(await statuses()).toEqual({ sent: 3 * people });
  expect(duplicates().filter((messageId) => !mayComeTwice.has(messageId))).toEqual([]);
  await pool.query('DELETE FROM notifications.preference');
});

test.each(['worker', 'serve'] as const)('%s told to stop sends nothing twice and exits cleanly', async (program) => {
  worker = await startWorker({ ...inNoHurry, PORT: '0' }, program);
  for (const count of randomCounts(full ? 4 : 1)) {
    await reached(count);
    await worker.ready();
    const left = async () => expect((await statuses()).sending).toBeUndefined();
    expect(await worker.restart('SIGTERM', left)).toBe(0);
  }
  await waitUntilAllReceived();
  await everythingIsMarked();
  expect(duplicates()).toEqual([]);
});

test('after kills of the process of both programs, everyone gets their email, and only those in flight come twice', async () => {
  worker = await startWorker({ PORT: '0' }, 'serve');
  const mayComeTwice = new Set<string>();
  const note = async () =>
    (await unmarked()).filter((id) => sink.receivedIds.has(id)).forEach((id) => mayComeTwice.add(id));
  for (const count of randomCounts(kills)) {
    await reached(count);
    expect(await worker.restart('SIGKILL', note)).toBe('SIGKILL');
  }
  await waitUntilAllReceived();
  await everythingIsMarked();
  expect(await statuses()).toEqual({ sent: people });
  expect(duplicates().filter((messageId) => !mayComeTwice.has(messageId))).toEqual([]);
});

test('wiping the queue in PostgreSQL loses nothing', async () => {
  worker = await startWorker(inNoHurry);
  await reached(20);
  const { rows } = await pool.query<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname = 'bullmq'
     AND tablename NOT LIKE '%migration%'`,
  );
  // PostgreSQL may choose this statement as the victim of a deadlock with a running worker.
  await retryTransaction(() => pool.query(`TRUNCATE ${rows.map(({ name }) => name).join(', ')} CASCADE`));
  await pool.query(`UPDATE notifications.mail SET due_at = now() + interval '3 seconds' WHERE status = 'due'`);
  await waitUntilAllReceived();
  await everythingIsMarked();
  expect(duplicates()).toEqual([]);
});

const redisUrl = process.env['TEST_REDIS_URL'];
(redisUrl ? test : test.skip)('a queue that is wiped in Redis loses nothing', async () => {
  const url = `${redisUrl}/7`;
  const redis = new Redis(url);
  await redis.flushdb();
  worker = await startWorker({ REDIS_URL: url, ...inNoHurry });
  await reached(20);
  await redis.flushdb();
  await pool.query(`UPDATE notifications.mail SET due_at = now() + interval '3 seconds' WHERE status = 'due'`);
  await waitUntilAllReceived();
  await everythingIsMarked();
  expect(duplicates()).toEqual([]);
  await redis.flushdb();
  await redis.quit();
});
