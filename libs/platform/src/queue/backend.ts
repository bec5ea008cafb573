import { createPostgresBackend, Queue, runMigrations, withBackend, Worker, type Processor } from 'bullmq';
import type pg from 'pg';
import { Config } from '../config/config.js';
import { BoundedClient, boundedWaits } from '../database/bounded-waits.js';
import type { Urgency } from './jobs.js';
import { redisClient } from './redis-client.js';
import { retryingPool } from './retrying-pool.js';
import { within } from './within.js';

/** The ordinary one is as old as the product: programs of an older release, which know no other, still find it. */
const queueNames: Readonly<Record<Urgency, string>> = { urgent: 'upstander-urgent', ordinary: 'upstander' };
/** BullMQ gives a pool of ours no choice of schema: it looks for its tables in this one. */
export const queueSchema = 'bullmq';
const patience = 2_000;

/** Where BullMQ keeps its jobs: PostgreSQL as it comes, Redis or Valkey when REDIS_URL is set. */
export interface QueueBackend {
  queue(of: Urgency): Queue;
  worker(of: Urgency, processor: Processor, options: { concurrency: number }): Worker;
  /** Rejects where it answers and takes nothing, as a Redis does whose memory is full. */
  takes(): Promise<unknown>;
  /** Its connections to PostgreSQL; none where the queue is in Redis. */
  readonly pool?: pg.Pool;
  /** Closes what this backend opened; never waits long for a server that is away. */
  close(): Promise<void>;
}

// A worker that was killed gives its job back within seconds; the rows in PostgreSQL are the truth either way, so a
// job that stalls often must not be thrown away (BullMQ's default of one stall loses jobs under repeated kills).
const recovery = { lockDuration: 10_000, stalledInterval: 5_000, maxStalledCount: 1_000, runRetryDelay: 1_000 };

/** `connections` is how many a backend in PostgreSQL may hold: two to enqueue, more to work. */
export function openQueueBackend(config: Config, { connections = 2 } = {}): QueueBackend {
  return config.REDIS_URL ? redisBackend(config) : postgresBackend(config, Math.max(connections, 2));
}

function redisBackend(config: Config): QueueBackend {
  // BullMQ gets a built client: from mere options it would try to load a driver of its own. One that connects by itself: where BullMQ
  // does it and Redis is away, it keeps that answer, and the queue of this program would be gone until a restart.
  const connection = redisClient(config, { maxRetriesPerRequest: null, connectTimeout: patience });
  // Without a listener an unreachable server ends the process; queue and worker report it in words.
  connection.on('error', () => undefined);
  return {
    queue: (of) => new Queue(queueNames[of], { connection }),
    worker: (of, processor, { concurrency }) =>
      new Worker(queueNames[of], processor, { connection, concurrency, autorun: false, ...recovery }),
    takes: () => connection.set('bull:asked', 1, 'EX', 60),
    close: async () => {
      if (connection.status !== 'ready' || !(await within(patience, connection.quit()))) connection.disconnect();
    },
  };
}

interface Begins {
  readyPromise?: Promise<unknown>;
  waitUntilReady(): Promise<unknown>;
}

/**
 * BullMQ (6.7) keeps the answer to its first look at PostgreSQL for ever: where that failed, the queue of this program would be
 * away until a restart. So a failed look is forgotten, as BullMQ forgets that of its listener since 6.7 (taskforcesh/bullmq 4781).
 */
const createBackend: typeof createPostgresBackend = (...asked) => {
  const backend = createPostgresBackend(...asked);
  const { connection } = backend as unknown as { connection: Begins };
  for (const one of [connection, backend as unknown as Begins]) {
    const begin = one.waitUntilReady.bind(one);
    one.waitUntilReady = () =>
      begin().catch((error: unknown) => {
        one.readyPromise = undefined;
        throw error;
      });
  }
  return backend;
};

function postgresBackend(config: Config, max: number): QueueBackend {
  const bull = withBackend(createBackend);
  // One pool for queue and worker; a pool of our own is the only way to keep them in one schema and few connections.
  const connection = retryingPool(
    {
      ...boundedWaits(config),
      connectionString: config.DATABASE_URL,
      max,
      application_name: 'upstander-queue',
    },
    queueSchema,
  );
  connection.on('error', () => undefined);
  return {
    pool: connection,
    // Who cannot write there cannot write anything: that is told by the database.
    takes: () => Promise.resolve(),
    queue: (of) => new bull.Queue(queueNames[of], { connection }) as unknown as Queue,
    worker: (of, processor, { concurrency }) =>
      new bull.Worker(queueNames[of], processor, {
        connection,
        concurrency,
        autorun: false,
        ...recovery,
      }) as unknown as Worker,
    close: async () => {
      await within(patience, connection.end());
    },
  };
}

/** Brings BullMQ's own tables up to date; run with our migrations and as the owner, never at start. */
export async function migrateQueue(databaseUrl: string): Promise<void> {
  const client = new BoundedClient({ connectionString: databaseUrl, connectionTimeoutMillis: patience * 5 });
  await client.connect();
  try {
    await runMigrations(client, queueSchema);
    // BullMQ makes the sequence of a queue's numbers with its first job; a program of ours may make nothing.
    await client.query(`SET search_path = ${queueSchema}`);
    for (const name of Object.values(queueNames)) await client.query('SELECT next_job_id($1)', [name]);
  } finally {
    await client.end();
  }
}
