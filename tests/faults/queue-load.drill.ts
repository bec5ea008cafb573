import { createPostgresBackend, withBackend } from 'bullmq';
import { retryingPool } from '@upstander/platform';
import pg from 'pg';
import { cloneDatabase } from '../support/database.js';
import { eventually } from '../support/eventually.js';

const workers = 6;
const jobs = 20_000;

jest.setTimeout(600_000);

/**
 * Puts the PostgreSQL queue under more load than in production. Every worker that finishes a job also promotes due jobs
 * in no particular order, so workers deadlock. PostgreSQL cancels one of them, whose statement is retried
 * (`retryingPool`).
 */
describe('many workers on the queue in PostgreSQL', () => {
  test("lose no job to PostgreSQL's deadlock handling", async () => {
    const { done, left, escaped, deadlocks, seconds } = await load();
    console.info(
      `${workers} workers, ${jobs} jobs in ${seconds.toFixed(0)} s (${(jobs / seconds).toFixed(0)} a second): ${deadlocks} deadlocks, ${escaped} of them heard of by a worker, ${jobs - done.size} jobs lost, ${twice(done)} run twice.`,
    );
    expect([done.size, left, escaped]).toEqual([jobs, 0, 0]);
  });
});

const twice = (done: ReadonlyMap<string, number>) => [...done.values()].filter((times) => times > 1).length;

interface Load {
  done: Map<string, number>;
  left: number;
  escaped: number;
  deadlocks: number;
  seconds: number;
}

/** Each worker has separate connections, as in a separate process. */
async function load(): Promise<Load> {
  const spec = await cloneDatabase();
  const bull = withBackend(createPostgresBackend);
  const poolOf = (url: string) => {
    const pool = retryingPool({ connectionString: url, max: 10, options: '-c search_path=bullmq' }, 'bullmq');
    pool.on('error', () => undefined);
    return pool;
  };
  const pools = [poolOf(spec.ownerUrl), ...Array.from({ length: workers }, () => poolOf(spec.url))] as const;
  const queue = new bull.Queue('upstander', { connection: pools[0] });
  const done = new Map<string, number>();
  let escaped = 0;
  const recordError = (error: Error) => {
    if (/deadlock detected/.test(error.message)) escaped += 1;
  };
  queue.on('error', recordError);
  for (let from = 0; from < jobs; from += 1_000) {
    const some = Array.from({ length: 1_000 }, (_, n) => ({
      name: 'a-job',
      data: { n: from + n },
      // Most jobs become due while others finish, so each finishing worker promotes some.
      opts: { delay: 1 + Math.floor(Math.random() * 15_000), removeOnComplete: true },
    }));
    await queue.addBulk(some);
  }
  const began = performance.now();
  const atWork = pools.slice(1).map((connection) => {
    const worker = new bull.Worker(
      'upstander',
      async (job) => {
        done.set(job.id ?? '', (done.get(job.id ?? '') ?? 0) + 1);
      },
      { connection, concurrency: 8, lockDuration: 60_000, stalledInterval: 5_000, maxStalledCount: 1_000 },
    );
    worker.on('error', recordError);
    return worker;
  });
  const unfinished = async () =>
    (await queue.getJobCountByTypes('waiting', 'active', 'delayed', 'failed', 'prioritized')) as number;
  await eventually(async () => done.size === jobs && (await unfinished()) === 0, 400);
  const seconds = (performance.now() - began) / 1_000;
  const left = await unfinished();
  for (const worker of atWork) await worker.close();
  await queue.close();
  for (const pool of pools) await pool.end();
  const deadlocks = await counted(spec.ownerUrl);
  await spec.drop();
  return { done, left, escaped, deadlocks, seconds };
}

async function counted(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ n: number }>(
    'SELECT deadlocks::int AS n FROM pg_stat_database WHERE datname = current_database()',
  );
  await client.end();
  return rows[0]!.n;
}
