import { workerSettings } from './support/child.js';
import { benchDatabase } from './support/database.js';
import { manyGifts } from './support/many-gifts.js';
import { manyReminders } from './support/many-reminders.js';
import { BenchProcess } from './support/messages.js';
import { median, report } from './support/report.js';

/**
 * Measures how long the confirmation of a sign-up takes to leave: alone; while news to fifty thousand donors is being
 * sent, with lower priority or (for comparison) in the same line; and while long jobs hold every slot they can get,
 * with separate slots for urgent jobs or one queue for all.
 */
const rounds = Number(process.env['BENCH_ROUNDS'] ?? 3);
const donors = Number(process.env['BENCH_MAILS'] ?? 50_000);
/** Duration of a long job in seconds. A file of 25,000 rows takes longer. */
const longSeconds = Number(process.env['BENCH_LONG_SECONDS'] ?? 10);

const ways = ['alone', 'news', 'news in one line', 'long jobs', 'long jobs in one queue'] as const;
const delays = Object.fromEntries(ways.map((way) => [way, [] as number[]])) as Record<(typeof ways)[number], number[]>;

const sink = new BenchProcess('./mail-sink.mjs');
const { port } = await sink.waitFor('port');
const database = await benchDatabase('urgency');
const { pool } = database;

async function startWorker(oneQueue: boolean): Promise<BenchProcess> {
  const worker = new BenchProcess('./urgency-worker.ts', {
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

/** Sends news to all donors. Resolves once a tenth is sent. @param wait true to let urgent email go first */
async function news(worker: BenchProcess, wait: boolean): Promise<void> {
  await pool.query(`ALTER TABLE notifications.mail ${wait ? 'DISABLE' : 'ENABLE'} TRIGGER cannot_wait`);
  await pool.query(
    `INSERT INTO fundraising.update (campaign_id, title, body, author_name, status, written_at, published_at)
     SELECT id, 'Forty beds', repeat('Forty beds are there, and they are used. ', 20), 'Rosa', 'published', now(), now()
     FROM fundraising.campaign`,
  );
  worker.send({ enqueue: 'mail-campaign-updates' });
  const counted = async () => {
    const { rows } = await pool.query<{ status: string; n: number }>(
      `SELECT status, count(*)::int AS n FROM notifications.mail WHERE template = 'campaign-update' GROUP BY status`,
    );
    return Object.fromEntries(rows.map(({ status, n }) => [status, n]));
  };
  while (Object.keys(await counted()).length === 0) await new Promise((resolve) => setTimeout(resolve, 50));
  while (((await counted())['sent'] ?? 0) < donors / 10) await new Promise((resolve) => setTimeout(resolve, 50));
  if (((await counted())['due'] ?? 0) < donors / 10) throw new Error('They are out already: nothing was in the way.');
}

async function noNews(): Promise<void> {
  await pool.query(`DELETE FROM notifications.mail WHERE template = 'campaign-update' AND status = 'due'`);
  for (;;) {
    const { rowCount } = await pool.query(`SELECT FROM notifications.mail WHERE status = 'sending' LIMIT 1`);
    if (rowCount === 0) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await pool.query(`DELETE FROM notifications.mail WHERE template = 'campaign-update'`);
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
  console.error(`Making ${donors.toLocaleString('en')} donors …`);
  await manyGifts(pool, donors * 3);
  await pool.query('UPDATE fundraising.gift SET updates_wanted = true');
  await manyReminders(pool, 300);
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
      await news(worker, wait);
      delays[wait ? 'news' : 'news in one line'].push(await confirmed(worker));
      await noNews();
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
  report('urgency', rows, {
    one_line_over_news: ratio('news in one line', 'news'),
    one_queue_over_long_jobs: ratio('long jobs in one queue', 'long jobs'),
    news_over_alone: ratio('news', 'alone'),
  });
} finally {
  await database.drop();
  sink.end();
}
