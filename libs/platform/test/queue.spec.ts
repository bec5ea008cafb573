import { Injectable } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { dataSourceOptions } from '@upstander/db';
import {
  JobHandler,
  JobQueue,
  JobRunner,
  jobs,
  PlatformModule,
  retryingPool,
  type Job,
  type JobName,
} from '@upstander/platform';
import type { Config } from '@upstander/platform';
import type { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';
import { testConfig } from '@upstander/tests/support/config.js';
import { cloneDatabase, type SpecDatabase } from '@upstander/tests/support/database.js';
import { eventually } from '@upstander/tests/support/eventually.js';
import { handlers, idle, names, schedules, startRunner } from '@upstander/tests/support/noted-jobs.js';

const redisUrl = process.env['TEST_REDIS_URL'];
const database = 8;

describe('two workers that wait for each other in a circle', () => {
  /** How two statements end of which each takes one lock, and wants the other's once both have theirs. */
  async function circle(open: (options: pg.PoolConfig) => pg.Pool): Promise<string[]> {
    const spec = await cloneDatabase();
    const pool = open({ connectionString: spec.url, max: 4 });
    pool.on('error', () => undefined);
    const holder = await pool.connect();
    const take = 'SELECT pg_advisory_xact_lock($1), pg_advisory_xact_lock_shared(9), pg_advisory_xact_lock($2)';
    await holder.query('BEGIN');
    await holder.query('SELECT pg_advisory_xact_lock(9)');
    const both = Promise.allSettled([pool.query(take, [1, 2]), pool.query(take, [2, 1])]);
    const waiting = `SELECT count(*)::int AS n FROM pg_stat_activity
      WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    // Not by the holder: within a transaction this view does not change.
    while ((await pool.query<{ n: number }>(waiting)).rows[0]!.n < 2);
    await holder.query('COMMIT');
    holder.release();
    const ends = (await both).map(({ status }) => status).sort();
    await pool.end();
    await spec.drop();
    return ends;
  }

  test('both finish: PostgreSQL stops one, which is asked again', async () => {
    expect(await circle(retryingPool)).toEqual(['fulfilled', 'fulfilled']);
  });

  test('control: without asking again, one of them fails', async () => {
    expect(await circle((options) => new pg.Pool(options))).toEqual(['fulfilled', 'rejected']);
  });
});

describe.each([
  ['PostgreSQL', {}],
  ['Redis', { REDIS_URL: `${redisUrl ?? 'redis://127.0.0.1'}/${database}` }],
])('the queue in %s', (where, settings: Record<string, string>) => {
  const there = where === 'PostgreSQL' || redisUrl ? test : test.skip;
  let spec: SpecDatabase;
  let config: Config;
  beforeAll(async () => {
    spec = await cloneDatabase();
    config = testConfig(spec.url, settings);
  });
  afterAll(() => spec.drop());
  beforeEach(() => wipe());

  async function wipe(): Promise<void> {
    if (where === 'Redis') {
      if (!redisUrl) return;
      const redis = new Redis(redisUrl, { db: database });
      await redis.flushdb();
      await redis.quit();
      return;
    }
    const client = new pg.Client({ connectionString: spec.ownerUrl });
    await client.connect();
    const { rows } = await client.query<{ name: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
       WHERE schemaname = 'bullmq' AND tablename NOT LIKE '%migration%'`,
    );
    // A worker that is busy just now may hold what this waits for, and wait for what this holds: then it is tried again.
    const tables = rows.map(({ name }) => name).join(', ');
    await eventually(async () => {
      try {
        await client.query(`TRUNCATE ${tables} CASCADE`);
        return true;
      } catch (error) {
        if ((error as { code?: string }).code !== '40P01') throw error;
        return false;
      }
    });
    await client.end();
  }

  there('a job runs when it is rung, in another process too', async () => {
    const ran: JobName[] = [];
    const app = await startRunner(config, handlers(ran));
    await idle(app.get(JobRunner));
    ran.length = 0;
    const elsewhere = await NestFactory.createApplicationContext(
      PlatformModule.forRoot(config, dataSourceOptions(config)),
      { logger: false },
    );
    elsewhere.get(JobQueue).enqueue('expire-signups');
    await eventually(() => ran.length > 0);
    expect(ran).toEqual(['expire-signups']);
    await elsewhere.close();
    await app.close();
  });

  there('whatever is enqueued a thousand times runs a few times, and at least once after the last call', async () => {
    const ran: JobName[] = [];
    const app = await startRunner(config, handlers(ran));
    await idle(app.get(JobRunner));
    ran.length = 0;
    for (let i = 0; i < 1_000; i += 1) app.get(JobQueue).enqueue('expire-offers');
    await eventually(() => ran.length >= 2);
    expect(ran.length).toBeLessThan(5);
    await app.close();
  });

  there('what came due while nobody worked is done when a worker starts, and every job has its schedule', async () => {
    const ran: JobName[] = [];
    const app = await startRunner(config, handlers(ran));
    await eventually(() => new Set(ran).size === names.length);
    expect(await schedules(app.get(JobRunner))).toEqual(jobs.names().sort());
    await app.close();
  });

  there('a queue that is wiped gets its schedules back', async () => {
    const app = await startRunner(config, handlers([]));
    await idle(app.get(JobRunner));
    await app.get(JobRunner).keepSchedules();
    expect(await schedules(app.get(JobRunner))).toEqual(jobs.names().sort());
    await wipe();
    expect(await schedules(app.get(JobRunner))).toEqual([]);
    await app.get(JobRunner).keepSchedules();
    expect(await schedules(app.get(JobRunner))).toEqual(jobs.names().sort());
    await app.close();
  });

  there(
    'a schedule of a job that no longer exists goes away, and one that an older release keeps in the other queue',
    async () => {
      const app = await startRunner(config, handlers([]));
      const { queues } = app.get(JobRunner) as unknown as { queues: Record<'ordinary' | 'urgent', Queue> };
      await queues.ordinary.upsertJobScheduler('of-an-older-release', { every: 60_000 });
      await queues.ordinary.upsertJobScheduler('deliver-due-mail', { every: 60_000 });
      await app.get(JobRunner).keepSchedules();
      expect(await schedules(app.get(JobRunner))).toEqual(jobs.names().sort());
      await app.close();
    },
  );

  there('files and checks that take long keep nobody waiting for a mail, however many there are', async () => {
    const ran: JobName[] = [];
    const long = [
      'import-services',
      'import-gifts',
      'check-ledger',
      'check-audit-chain',
      'keep-retention',
    ] as JobName[];
    const under = new Set<JobName>();
    let end = () => {};
    const over = new Promise<void>((resolve) => (end = resolve));
    const app = await startRunner(config, [
      ...handlers(
        ran,
        names.filter((name) => !long.includes(name)),
      ),
      ...long.map((name) => {
        @JobHandler(name)
        @Injectable()
        class Long implements Job {
          async run(): Promise<void> {
            under.add(name);
            await over;
          }
        }
        return Long;
      }),
    ]);
    // They hold every place that is theirs.
    await eventually(() => under.size === 3);
    const urgent = names.filter((name) => jobs.get(name).urgent);
    expect(urgent).toEqual(expect.arrayContaining(['deliver-due-mail', 'make-sign-in-mails', 'make-due-reminders']));
    await eventually(() => urgent.every((name) => ran.includes(name)));
    ran.length = 0;
    for (const name of urgent) app.get(JobQueue).enqueue(name);
    await eventually(() => urgent.every((name) => ran.includes(name)));
    const listed = await app.get(JobQueue).listed();
    expect(listed.filter(({ queue, state }) => queue === 'ordinary' && state === 'active')).toHaveLength(3);
    expect(under.size).toBe(3);
    end();
    await eventually(() => under.size === long.length);
    await app.close();
  });

  there('it holds few connections', async () => {
    const app = await startRunner(config, handlers([]));
    await app.get(JobQueue).ready();
    expect(await connections()).toBeLessThanOrEqual(where === 'Redis' ? 6 : 12);
    await app.close();
    await eventually(async () => (await connections()) === 0);
  });

  async function connections(): Promise<number> {
    if (where === 'Redis') {
      const redis = new Redis(redisUrl!, { db: database });
      const list = (await redis.client('LIST')) as string;
      await redis.quit();
      return list.split('\n').filter((line) => line.includes(` db=${database} `)).length - 1;
    }
    const client = new pg.Client({ connectionString: spec.url });
    await client.connect();
    const { rows } = await client.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM pg_stat_activity
       WHERE datname = current_database() AND application_name = 'upstander-queue'`,
    );
    await client.end();
    return rows[0]!.n;
  }
});

describe('a worker that would forget something', () => {
  let spec: SpecDatabase;
  beforeAll(async () => {
    spec = await cloneDatabase();
  });
  afterAll(() => spec.drop());

  test('does not start without a handler for every job', async () => {
    await expect(startRunner(testConfig(spec.url), handlers([], names.slice(1)))).rejects.toThrow(
      `No handler for the job "${names[0]}".`,
    );
  });

  test('does not start with two handlers for one', async () => {
    await expect(startRunner(testConfig(spec.url), handlers([], [...names, names[0]!]))).rejects.toThrow(
      `The job "${names[0]}" has two handlers.`,
    );
  });
});

describe('a queue that is away', () => {
  test('is no reason to fail, to wait or to hang: the row is there, and the job finds it later', async () => {
    const spec = await cloneDatabase();
    const config = testConfig(spec.url, { REDIS_URL: 'redis://127.0.0.1:1' });
    const app = await NestFactory.createApplicationContext(PlatformModule.forRoot(config, dataSourceOptions(config)), {
      logger: false,
    });
    const queue = app.get(JobQueue);
    // Whoever enqueues is given nothing to wait for.
    for (let i = 0; i < 100; i += 1) expect(queue.enqueue('deliver-due-mail')).toBeUndefined();
    expect(await queue.ready()).toBe(false);
    await app.close();
    await spec.drop();
  });
});
