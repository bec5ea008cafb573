import { startNextMessage } from '@upstander/events';
import { workerSettings } from './support/child.js';
import { benchDatabase } from './support/database.js';
import { manyPeople } from './support/many-people.js';
import { BenchProcess } from './support/messages.js';
import { median, report } from './support/report.js';

/**
 * Measures notifications of one event with fifty thousand people: how fast a message to all of them is recorded (one
 * statement saves the result for each person and queues the emails; goal: 20,000 rows a second, two for each person, on a
 * durable PostgreSQL), and how long the confirmation of a sign-up takes to leave: alone; while that message is being sent, with
 * lower priority or (for comparison) in the same line; and while long jobs hold every slot they can get, with separate
 * slots for urgent jobs or one queue for all. `reminders` measures how many emails leave per second.
 */
const rounds = Number(process.env['BENCH_ROUNDS'] ?? 3);
const people = Number(process.env['BENCH_MAILS'] ?? 50_000);
/** Duration of a long job in seconds. A file of 25,000 rows takes longer. */
const longSeconds = Number(process.env['BENCH_LONG_SECONDS'] ?? 10);

const ways = ['alone', 'a message', 'a message in one line', 'long jobs', 'long jobs in one queue'] as const;
const delays = Object.fromEntries(ways.map((way) => [way, [] as number[]])) as Record<(typeof ways)[number], number[]>;

const sink = new BenchProcess('./mail-sink.mjs');
const { port } = await sink.waitFor('port');
const database = await benchDatabase('notifications');
const { pool } = database;

async function startWorker(oneQueue: boolean): Promise<BenchProcess> {
  const worker = new BenchProcess('./notifications-worker.ts', {
    ...workerSettings(database.url),
    SMTP_URL: `smtp://127.0.0.1:${String(port)}`,
    DATABASE_POOL: '10',
    LOG_LEVEL: 'silent',
    LONG_SECONDS: String(longSeconds),
    ...(oneQueue && { ONE_QUEUE: '1' }),
  });
  await worker.waitFor('ready');
  return worker;
}

let confirmations = 0;

/** Returns milliseconds from writing a sign-up until the mail server has its confirmation. */
async function confirmed(worker: BenchProcess): Promise<number> {
  const key = `signup-confirm/bench-${(confirmations += 1)}`;
  await pool.query(
    `INSERT INTO notifications.mail (key, template, subject_id, recipient, locale, due_at)
     SELECT $1, 'signup-confirm', s.id, v.email, 'en', now()
     FROM events.signup s JOIN volunteers.volunteer v ON v.id = s.volunteer_id ORDER BY s.id OFFSET $2 LIMIT 1`,
    [key, confirmations],
  );
  worker.send({ enqueue: 'deliver-due-mail' });
  for (;;) {
    const { rows } = await pool.query<{ status: string; ms: number }>(
      `SELECT status, (extract(epoch FROM sent_at - due_at) * 1000)::float AS ms FROM notifications.mail WHERE key = $1`,
      [key],
    );
    if (rows[0]?.status === 'sent') return rows[0].ms;
    if (rows[0]?.status !== 'due' && rows[0]?.status !== 'sending') throw new Error(`It is ${rows[0]?.status}.`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function writeMessage(): Promise<void> {
  await pool.query(
    `INSERT INTO events.event_message (event_id, audience, subject, body, created_at, send_at)
     SELECT id, 'everyone', 'Storm', 'We start an hour later.', now(), now() FROM events.event`,
  );
}

/** Returns seconds. */
async function recordMessage(): Promise<number> {
  await pool.query('TRUNCATE events.event_message, events.event_message_recipient, notifications.mail');
  await writeMessage();
  const began = performance.now();
  const { rows } = await pool.query<{ mails: number }>(startNextMessage, [new Date()]);
  if (rows[0]?.mails !== people) throw new Error(`${rows[0]?.mails} of ${people} emails were queued.`);
  return (performance.now() - began) / 1000;
}

/** Resolves once a tenth of the message is sent. @param wait true to let urgent email go first */
async function sendMessage(worker: BenchProcess, wait: boolean): Promise<void> {
  await pool.query(`ALTER TABLE notifications.mail ${wait ? 'DISABLE' : 'ENABLE'} TRIGGER cannot_wait`);
  await writeMessage();
  worker.send({ enqueue: 'send-event-messages' });
  const counted = async () => {
    const { rows } = await pool.query<{ status: string; n: number }>(
      `SELECT status, count(*)::int AS n FROM notifications.mail WHERE template = 'event-message' GROUP BY status`,
    );
    return Object.fromEntries(rows.map(({ status, n }) => [status, n]));
  };
  while (((await counted())['sent'] ?? 0) < people / 10) await new Promise((resolve) => setTimeout(resolve, 50));
  if (((await counted())['due'] ?? 0) < people / 10) throw new Error('They are out already: nothing was in the way.');
}

async function endMessage(): Promise<void> {
  await pool.query(`DELETE FROM notifications.mail WHERE template = 'event-message' AND status = 'due'`);
  for (;;) {
    const { rowCount } = await pool.query(`SELECT FROM notifications.mail WHERE status = 'sending' LIMIT 1`);
    if (rowCount === 0) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await pool.query('TRUNCATE events.event_message, events.event_message_recipient');
  await pool.query(`DELETE FROM notifications.mail WHERE template = 'event-message'`);
}

async function besideLongJobs(worker: BenchProcess): Promise<number[]> {
  worker.send({ long: true });
  for (let n = 0; n < 3; n += 1) await worker.waitFor('begun');
  const measured: number[] = [];
  for (let round = 0; round < rounds; round += 1) measured.push(await confirmed(worker));
  worker.send({ long: false });
  return measured;
}

try {
  console.error(`Making ${people.toLocaleString('en')} volunteers …`);
  await manyPeople(pool, people);
  const seconds: number[] = [];
  for (let round = 0; round < rounds; round += 1) seconds.push(await recordMessage());
  await pool.query('TRUNCATE events.event_message, events.event_message_recipient, notifications.mail');
  await pool.query(`
    CREATE FUNCTION notifications.cannot_wait() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN NEW.can_wait = false; RETURN NEW; END $$;
    CREATE TRIGGER cannot_wait BEFORE INSERT ON notifications.mail FOR EACH ROW EXECUTE FUNCTION notifications.cannot_wait();
    ALTER TABLE notifications.mail DISABLE TRIGGER cannot_wait`);
  const worker = await startWorker(false);
  await confirmed(worker);
  for (let round = 0; round < rounds; round += 1) {
    delays['alone'].push(await confirmed(worker));
    for (const wait of [true, false]) {
      await sendMessage(worker, wait);
      delays[wait ? 'a message' : 'a message in one line'].push(await confirmed(worker));
      await endMessage();
    }
  }
  delays['long jobs'] = await besideLongJobs(worker);
  worker.end();
  await worker.exited;
  const other = await startWorker(true);
  await confirmed(other);
  delays['long jobs in one queue'] = await besideLongJobs(other);
  other.end();
  await other.exited;
  const rows = ways.map((way) => ({ 'the confirmation, beside': way, ms: Math.round(median(delays[way])) }));
  const ratio = (above: (typeof ways)[number], below: (typeof ways)[number]) =>
    median(delays[above]) / median(delays[below]);
  const perSecond = people / median(seconds);
  console.log(`A message to ${people} people: recorded at ${Math.round(2 * perSecond)} rows/s.`);
  report('notifications', rows, {
    rows_per_second: 2 * perSecond,
    one_line_over_message: ratio('a message in one line', 'a message'),
    one_queue_over_long_jobs: ratio('long jobs in one queue', 'long jobs'),
    message_over_alone: ratio('a message', 'alone'),
  });
} finally {
  await database.drop();
  sink.end();
}
