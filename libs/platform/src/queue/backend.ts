import { createPostgresBackend, Queue, runMigrations, withBackend, Worker, type Processor } from 'bullmq';
import type pg from 'pg';
import { Config } from '../config/config.js';
import { BoundedClient, boundedWaits } from '../database/bounded-waits.js';
import type { Urgency } from './jobs.js';
import { redisClient } from './redis-client.js';
import { retryingPool } from './retrying-pool.js';
import { succeedsWithin } from './succeeds-within.js';

/** Keep the name `upstander`: programs of older releases know only that queue. */
const queueNames: Readonly<Record<Urgency, string>> = { urgent: 'upstander-urgent', ordinary: 'upstander' };
/** BullMQ looks for its tables in this schema and can't be configured otherwise with our own pool. */
export const queueSchema = 'bullmq';
const patience = 2_000;

/** Stores BullMQ's jobs in PostgreSQL, or in Redis or Valkey if REDIS_URL is set. */
export interface QueueBackend {
  queue(urgency: Urgency): Queue;
  worker(urgency: Urgency, processor: Processor, options: { concurrency: number }): Worker;
  /** Rejects if the server answers but accepts no writes, for example a Redis with full memory. */
  takeJob(): Promise<unknown>;
  readonly pool?: pg.Pool;
  close(): Promise<void>;
}

// The job of a killed worker is picked up again within seconds. BullMQ's default of one stall would drop jobs after
// repeated kills, although their work is still recorded in PostgreSQL.
const recovery = { lockDuration: 10_000, stalledInterval: 5_000, maxStalledCount: 1_000, runRetryDelay: 1_000 };

/** @param connections maximum for a PostgreSQL queue: two to enqueue, more to run jobs */
export function openQueueBackend(config: Config, { connections = 2 } = {}): QueueBackend {
  return config.REDIS_URL ? redisBackend(config) : postgresBackend(config, Math.max(connections, 2));
}

function redisBackend(config: Config): QueueBackend {
  // BullMQ needs a finished client; with plain options it would load its own driver. The client itself must connect:
  // if BullMQ connects while Redis is unavailable, it caches the failure until a restart.
  const connection = redisClient(config, { maxRetriesPerRequest: null, connectTimeout: patience });
  // Without a listener the `error` event ends the process.
  connection.on('error', () => undefined);
  return {
    queue: (urgency) => new Queue(queueNames[urgency], { connection }),
    worker: (urgency, processor, { concurrency }) =>
      new Worker(queueNames[urgency], processor, { connection, concurrency, autorun: false, ...recovery }),
    takeJob: () => connection.set('bull:asked', 1, 'EX', 60),
    close: async () => {
      if (connection.status !== 'ready' || !(await succeedsWithin(patience, connection.quit())))
        connection.disconnect();
    },
  };
}

interface ConnectingWorker {
  readyPromise?: Promise<unknown>;
  waitUntilReady(): Promise<unknown>;
}

/**
 * Works around BullMQ 6.7, which caches a failed first connection to PostgreSQL until a restart.
 * The failure is discarded here, as BullMQ does for its listener since 6.7 (taskforcesh/bullmq 4781).
 */
const createBackend: typeof createPostgresBackend = (...args) => {
  const backend = createPostgresBackend(...args);
  const { connection } = backend as unknown as { connection: ConnectingWorker };
  for (const one of [connection, backend as unknown as ConnectingWorker]) {
    const waitUntilReady = one.waitUntilReady.bind(one);
    one.waitUntilReady = () =>
      waitUntilReady().catch((error: unknown) => {
        one.readyPromise = undefined;
        throw error;
      });
  }
  return backend;
};

function postgresBackend(config: Config, max: number): QueueBackend {
  const bull = withBackend(createBackend);
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
    // A database that accepts no writes is reported separately.
    takeJob: () => Promise.resolve(),
    queue: (urgency) => new bull.Queue(queueNames[urgency], { connection }) as unknown as Queue,
    worker: (urgency, processor, { concurrency }) =>
      new bull.Worker(queueNames[urgency], processor, {
        connection,
        concurrency,
        autorun: false,
        ...recovery,
      }) as unknown as Worker,
    close: async () => {
      await succeedsWithin(patience, connection.end());
    },
  };
}

/** Updates BullMQ's tables. Runs with our migrations as the owner, never at startup. */
export async function migrateQueue(databaseUrl: string): Promise<void> {
  const client = new BoundedClient({ connectionString: databaseUrl, connectionTimeoutMillis: patience * 5 });
  await client.connect();
  try {
    await runMigrations(client, queueSchema);
    // BullMQ creates a queue's ID sequence with its first job, but our programs have no DDL rights, so create it here.
    await client.query(`SET search_path = ${queueSchema}`);
    for (const name of Object.values(queueNames)) await client.query('SELECT next_job_id($1)', [name]);
  } finally {
    await client.end();
  }
}
