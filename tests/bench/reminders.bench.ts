import { JobQueue, loadConfig, Logger } from '@upstander/platform';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { simpleParser } from 'mailparser';
import { workerSettings } from './support/child.js';
import { benchDatabase, type BenchDatabase } from './support/database.js';
import { manyReminders, reminderDue } from './support/many-reminders.js';
import { BenchProcess } from './support/messages.js';
import { medianRatio, median, report } from './support/report.js';

/**
 * Measures reminders end to end in the real worker, from finding due shifts to marking emails as sent, on both queue
 * backends. Compared with nodemailer's bare pool sending the same emails over as many connections to the same sink.
 */
const rounds = Number(process.env['BENCH_ROUNDS'] ?? 7);
const mails = Number(process.env['BENCH_MAILS'] ?? 3_000);
const connections = 5;

const sink = new BenchProcess('./mail-sink.mjs');
const smtpUrl = `smtp://127.0.0.1:${String((await sink.waitFor('port'))['port'])}`;
const bare = new BenchProcess('./bare-mailer.mjs');
await bare.waitFor('ready');

async function measureRound(begin: () => Promise<void> | void): Promise<{ seconds: number; last: string }> {
  sink.send({ expect: mails });
  await sink.waitFor('counting');
  const started = performance.now();
  await begin();
  const { last } = await sink.waitFor('reached');
  return { seconds: (performance.now() - started) / 1000, last: String(last) };
}

/** Uses a separate database. Returns what starts a round. */
async function startWorker(name: string, redisUrl?: string) {
  const database: BenchDatabase = await benchDatabase(`reminders-${name}`);
  await manyReminders(database.pool, mails);
  const settings = {
    ...workerSettings(database.url),
    SMTP_URL: smtpUrl,
    MAIL_CONNECTIONS: String(connections),
    LOG_LEVEL: 'info',
    ...(redisUrl && { REDIS_URL: redisUrl }),
  };
  const child = spawn(process.execPath, ['dist/apps/worker/main.js'], {
    env: { PATH: process.env['PATH'], ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (text: Buffer) => text.includes('the worker is ready') && resolve());
    void ended.then(() => reject(new Error('The worker did not start.')));
  });
  const config = loadConfig(settings);
  const queue = new JobQueue(config, new Logger(config));
  return {
    async begin() {
      await reminderDue(database.pool);
      queue.enqueue('make-due-reminders');
    },
    /** Unsent emails would make a round look faster. */
    async check() {
      const { rows } = await database.pool.query<{ status: string; n: number }>(
        'SELECT status, count(*)::int AS n FROM notifications.mail GROUP BY status',
      );
      const open = rows.filter(({ status }) => status !== 'sent');
      // The last emails are marked a moment after they arrive.
      if (open.every(({ status, n }) => status === 'sending' && n <= 100)) return;
      throw new Error(`Not all were sent: ${JSON.stringify(rows)}`);
    },
    async stop() {
      await queue.onApplicationShutdown();
      child.kill('SIGTERM');
      await ended;
      await database.drop();
    },
  };
}

const redisUrl = process.env['BENCH_REDIS_URL'] ?? process.env['TEST_REDIS_URL'];
if (!redisUrl) console.error('No Redis on this machine: that half is left out.');
const postgres = await startWorker('postgres');
const redis = redisUrl ? await startWorker('redis', redisUrl) : null;
try {
  const warm = await measureRound(postgres.begin);
  if (redis) await measureRound(redis.begin);
  const mail = await simpleParser(warm.last);
  if (!mail.html || !mail.text) throw new Error('The reminder came without its text.');
  const entry = mail.attachments[0]?.content.toString();
  const same = {
    from: mail.from?.text,
    subject: mail.subject,
    html: mail.html,
    text: mail.text,
    ...(entry && { icalEvent: { method: 'PUBLISH', filename: 'event.ics', content: entry } }),
  };
  const sendBare = () => bare.send({ url: smtpUrl, connections, mail: same, times: mails });
  await measureRound(sendBare);
  await bare.waitFor('done');

  const perSecond: Record<'nodemailer' | 'redis' | 'postgres', number[]> = { nodemailer: [], redis: [], postgres: [] };
  for (let round = 0; round < rounds; round += 1) {
    perSecond.nodemailer.push(mails / (await measureRound(sendBare)).seconds);
    await bare.waitFor('done');
    if (redis) perSecond.redis.push(mails / (await measureRound(redis.begin)).seconds);
    perSecond.postgres.push(mails / (await measureRound(postgres.begin)).seconds);
    await Promise.all([postgres.check(), redis?.check()]);
  }
  const rows = Object.entries(perSecond)
    .filter(([, values]) => values.length > 0)
    .map(([way, values]) => ({ way, 'mails/s': Math.round(median(values)) }));
  report('reminders', rows, {
    ...(redis && { redis_over_nodemailer: medianRatio(perSecond.redis, perSecond.nodemailer) }),
    postgres_over_nodemailer: medianRatio(perSecond.postgres, perSecond.nodemailer),
  });
} finally {
  await redis?.stop();
  await postgres.stop();
  sink.end();
  bare.end();
}
