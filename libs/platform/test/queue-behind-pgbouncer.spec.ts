import { JobQueue, JobRunner, jobs, retryingPool, type JobName } from '@upstander/platform';
import pg from 'pg';
import { testConfig } from '@upstander/tests/support/config.js';
import { cloneDatabase, type SpecDatabase } from '@upstander/tests/support/database.js';
import { describeWhere } from '@upstander/tests/support/describe-where.js';
import { eventually } from '@upstander/tests/support/eventually.js';
import { handlers, waitUntilIdle, names, schedules, startRunner } from '@upstander/tests/support/recorded-jobs.js';
import { aPgBouncer, hasPgBouncer, type PgBouncer } from '@upstander/tests/support/pgbouncer.js';

describeWhere(
  hasPgBouncer,
  'pgbouncer is not installed',
  'the queue in PostgreSQL behind PgBouncer in transaction mode',
  () => {
    let spec: SpecDatabase;
    let bouncer: PgBouncer;
    beforeAll(async () => {
      spec = await cloneDatabase();
      bouncer = await aPgBouncer(spec.url);
    });
    afterAll(async () => {
      await bouncer.end();
      await spec.drop();
    });

    test('runs every job, keeps its schedule and wakes it', async () => {
      const jobsRun: JobName[] = [];
      const app = await startRunner(testConfig(bouncer.through(spec.url)), handlers(jobsRun));
      await eventually(() => new Set(jobsRun).size === names.length);
      expect(await schedules(app.get(JobRunner))).toEqual(jobs.names().sort());
      await waitUntilIdle(app.get(JobRunner));
      jobsRun.length = 0;
      app.get(JobQueue).enqueue('expire-signups');
      await eventually(() => jobsRun.includes('expire-signups'));
      await app.close();
    });

    test('finds the tables from concurrent statements and leaves no search path behind', async () => {
      const pool = retryingPool({ connectionString: bouncer.through(spec.url), max: 8 }, 'bullmq');
      const pendingQueries = Array.from({ length: 40 }, () => pool.query('SELECT count(*) FROM scheduler'));
      expect(await Promise.all(pendingQueries)).toHaveLength(40);
      await expect(pool.query('SELECT * FROM nowhere')).rejects.toMatchObject({ code: '42P01' });
      expect(await pool.query('SELECT count(*) FROM scheduler')).toMatchObject({ rowCount: 1 });
      const client = new pg.Client({ connectionString: bouncer.through(spec.url) });
      await client.connect();
      for (let i = 0; i < 5; i += 1) {
        expect((await client.query('SHOW search_path')).rows).toEqual([{ search_path: '"$user", public' }]);
      }
      await client.end();
      await pool.end();
    });
  },
);
