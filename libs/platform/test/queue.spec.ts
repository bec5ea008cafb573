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
import { handlers, waitUntilIdle, names, schedules, startRunner } from '@upstander/tests/support/recorded-jobs.js';

const database = 8;
const urlOf = (server: 'REDIS' | 'VALKEY') => {
  const url = process.env[`TEST_${server}_URL`];
  return url && `${url}/${database}`;
};

describe('two workers in a deadlock', () => {
  /** Returns the results of two statements that each hold one lock and then request the other's. */
  async function deadlock(open: (options: pg.PoolConfig) => pg.Pool): Promise<string[]> {
    const spec = await cloneDatabase();
    const pool = open({ connectionString: spec.url, max: 4 });
    pool.on('error', () => undefined);
    const holder = await pool.connect();
    const take = 'SELECT pg_advisory_xact_lock($1), pg_advisory_xact_lock_shared(9), pg_advisory_xact_lock($2)';
    await holder.query('BEGIN');
    await holder.query('SELECT pg_advisory_xact_lock(9)');
    const settledQueries = Promise.allSettled([pool.query(take, [1, 2]), pool.query(take, [2, 1])]);
    const waitingSql = `SELECT count(*)::int AS n FROM pg_stat_activity
      WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    // Not run by the holder, because this view doesn't change within a transaction.
    while ((await pool.query<{ n: number }>(waitingSql)).rows[0]!.n < 2);
    await holder.query('COMMIT');
    holder.release();
    const queryStatuses = (await settledQueries).map(({ status }) => status).sort();
    await pool.end();
    await spec.drop();
    return queryStatuses;
  }

  test('both succeed, because the statement that PostgreSQL cancels is retried', async () => {
    expect(await deadlock(retryingPool)).toEqual(['fulfilled', 'fulfilled']);
  });

  test('control: without a retry one of them fails', async () => {
    expect(await deadlock((options) => new pg.Pool(options))).toEqual(['fulfilled', 'rejected']);
  });
});

describe.each([
  ['PostgreSQL', null],
  ['Redis', urlOf('REDIS')],
  ['Valkey', urlOf('VALKEY')],
])('the queue in %s', (_backend, redisUrl) => {
  const testIfAvailable = redisUrl === undefined ? test.skip : test;
  let spec: SpecDatabase;
  let config: Config;
  beforeAll(async () => {
    spec = await cloneDatabase();
    config = testConfig(spec.url, redisUrl ? { REDIS_URL: redisUrl } : {});
  });
  afterAll(() => spec.drop());
  beforeEach(() => wipe());

  async function wipe(): Promise<void> {
    if (redisUrl === undefined) return;
    if (redisUrl) {
      const redis = new Redis(redisUrl);
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
    // TRUNCATE can deadlock with a busy worker and is then retried.
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

  testIfAvailable('runs a job enqueued in another process', async () => {
    const jobsRun: JobName[] = [];
    const app = await startRunner(config, handlers(jobsRun));
    await waitUntilIdle(app.get(JobRunner));
    jobsRun.length = 0;
    const secondApp = await NestFactory.createApplicationContext(
      PlatformModule.forRoot(config, dataSourceOptions(config)),
      { logger: false },
    );
    secondApp.get(JobQueue).enqueue('expire-signups');
    await eventually(() => jobsRun.length > 0);
    expect(jobsRun).toEqual(['expire-signups']);
    await secondApp.close();
    await app.close();
  });

  testIfAvailable('merges a thousand requests into a few runs, with at least one after the last request', async () => {
    const jobsRun: JobName[] = [];
    const app = await startRunner(config, handlers(jobsRun));
    await waitUntilIdle(app.get(JobRunner));
    jobsRun.length = 0;
    for (let i = 0; i < 1_000; i += 1) app.get(JobQueue).enqueue('expire-offers');
    await eventually(() => jobsRun.length >= 2);
    expect(jobsRun.length).toBeLessThan(5);
    await app.close();
  });

  testIfAvailable('runs overdue jobs when a worker starts and schedules every job', async () => {
    const jobsRun: JobName[] = [];
    const app = await startRunner(config, handlers(jobsRun));
    await eventually(() => new Set(jobsRun).size === names.length);
    expect(await schedules(app.get(JobRunner))).toEqual(jobs.names().sort());
    await app.close();
  });

  testIfAvailable('restores the schedules of a wiped queue', async () => {
    const app = await startRunner(config, handlers([]));
    await waitUntilIdle(app.get(JobRunner));
    await app.get(JobRunner).maintainSchedules();
    expect(await schedules(app.get(JobRunner))).toEqual(jobs.names().sort());
    await wipe();
    expect(await schedules(app.get(JobRunner))).toEqual([]);
    await app.get(JobRunner).maintainSchedules();
    expect(await schedules(app.get(JobRunner))).toEqual(jobs.names().sort());
    await app.close();
  });

  testIfAvailable('removes schedules of unknown jobs and those an older release left in the other queue', async () => {
    const app = await startRunner(config, handlers([]));
    const { queues } = app.get(JobRunner) as unknown as { queues: Record<'ordinary' | 'urgent', Queue> };
    await queues.ordinary.upsertJobScheduler('of-an-older-release', { every: 60_000 });
    await queues.ordinary.upsertJobScheduler('deliver-due-mail', { every: 60_000 });
    await app.get(JobRunner).maintainSchedules();
    expect(await schedules(app.get(JobRunner))).toEqual(jobs.names().sort());
    await app.close();
  });

  testIfAvailable('sends emails on time while long imports and checks run', async () => {
    const jobsRun: JobName[] = [];
    const long = [
      'import-services',
      'import-gifts',
      'check-ledger',
      'check-audit-chain',
      'keep-retention',
    ] as JobName[];
    const runningJobs = new Set<JobName>();
    let end = () => {};
    const endSignal = new Promise<void>((resolve) => (end = resolve));
    const app = await startRunner(config, [
      ...handlers(
        jobsRun,
        names.filter((name) => !long.includes(name)),
      ),
      ...long.map((name) => {
        @JobHandler(name)
        @Injectable()
        class Long implements Job {
          async run(): Promise<void> {
            runningJobs.add(name);
            await endSignal;
          }
        }
        return Long;
      }),
    ]);
    // They use all slots of their queue.
    await eventually(() => runningJobs.size === 3);
    const urgent = names.filter((name) => jobs.get(name).urgent);
    expect(urgent).toEqual(expect.arrayContaining(['deliver-due-mail', 'make-sign-in-mails', 'make-due-reminders']));
    await eventually(() => urgent.every((name) => jobsRun.includes(name)));
    jobsRun.length = 0;
    for (const name of urgent) app.get(JobQueue).enqueue(name);
    await eventually(() => urgent.every((name) => jobsRun.includes(name)));
    const listedJobs = await app.get(JobQueue).list();
    expect(listedJobs.filter(({ queue, state }) => queue === 'ordinary' && state === 'active')).toHaveLength(3);
    expect(runningJobs.size).toBe(3);
    end();
    await eventually(() => runningJobs.size === long.length);
    await app.close();
  });

  testIfAvailable('uses few connections', async () => {
    const app = await startRunner(config, handlers([]));
    await app.get(JobQueue).isReady();
    expect(await connections()).toBeLessThanOrEqual(redisUrl ? 6 : 12);
    await app.close();
    await eventually(async () => (await connections()) === 0);
  });

  async function connections(): Promise<number> {
    if (redisUrl) {
      const redis = new Redis(redisUrl);
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

describe('a worker with wrong handlers', () => {
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

  test('does not start with two handlers for one job', async () => {
    await expect(startRunner(testConfig(spec.url), handlers([], [...names, names[0]!]))).rejects.toThrow(
      `The job "${names[0]}" has two handlers.`,
    );
  });
});

describe('an unavailable queue', () => {
  test('lets callers continue without waiting or failing, because the job finds the row later', async () => {
    const spec = await cloneDatabase();
    const config = testConfig(spec.url, { REDIS_URL: 'redis://127.0.0.1:1' });
    const app = await NestFactory.createApplicationContext(PlatformModule.forRoot(config, dataSourceOptions(config)), {
      logger: false,
    });
    const queue = app.get(JobQueue);
    for (let i = 0; i < 100; i += 1) expect(queue.enqueue('deliver-due-mail')).toBeUndefined();
    expect(await queue.isReady()).toBe(false);
    await app.close();
    await spec.drop();
  });
});
