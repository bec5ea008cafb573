import { ConfigError, type Config } from '../config/config.js';
import { BoundedClient } from '../database/bounded-waits.js';
import { isSaidByServer } from '../database/server-watch.js';
import { isDatabaseUnavailable } from '../database/unavailable.js';
import { redisClient } from '../queue/redis-client.js';
import { whatToDo } from './why-not.js';

const patience = 5_000;
/** All that a program enters; those of the sealed zone are settings of its own library. */
const databases = ['DATABASE_URL', 'SEALED_DATABASE_URL', 'SEALED_KEYS_URL'];

/**
 * Why a program did not start, as whoever runs it can use it: one sentence that names the setting. Which database did not let it
 * in is found by asking each that the settings name once more; everything else keeps its stack, also while a database is away. Not
 * Redis: `enterRedis` has said already that it refuses, and one that is away ends nobody's start.
 */
export async function startFault(error: unknown, config?: Config): Promise<unknown> {
  if (error instanceof ConfigError) return error.message;
  if (!config || !isOfDatabase(error)) return error;
  const values = config as unknown as Readonly<Record<string, unknown>>;
  for (const name of databases) {
    const url = values[name];
    const sentence = typeof url === 'string' && (await complaintOf(() => entered(url)));
    if (sentence) return `${name}: ${sentence}`;
  }
  return error;
}

/** Whether a database could not be reached, or refused what an operator can mend. */
function isOfDatabase(error: unknown): boolean {
  return isDatabaseUnavailable(error) || (isSaidByServer(error) && whatToDo(error) !== undefined);
}

async function complaintOf(ask: () => Promise<unknown>): Promise<string | undefined> {
  try {
    await ask();
    return undefined;
  } catch (error) {
    return whatToDo(error);
  }
}

async function entered(connectionString: string): Promise<void> {
  const client = new BoundedClient({ connectionString, connectionTimeoutMillis: patience, query_timeout: patience });
  try {
    await client.connect();
    await client.query('SELECT 1');
  } finally {
    void client.end().catch(() => undefined);
  }
}

/**
 * Enters Redis once, where the queue is there: of one that does not let it in a queue says nothing, and waits. One that is away is
 * waited for.
 * @throws ConfigError in one sentence where it answers and refuses
 */
export async function enterRedis(config: Config): Promise<void> {
  if (config.REDIS_URL === undefined) return;
  try {
    await askRedis(config);
  } catch (error) {
    const refusal = (error as Error).name === 'ReplyError' ? whatToDo(error) : undefined;
    if (refusal !== undefined) throw new ConfigError(`REDIS_URL: ${refusal}`);
  }
}

/**
 * Enters Redis once, and answers what it says of these settings of its own; managed ones do not say.
 * @throws what it said; its client itself tells only that the line was closed
 */
export async function askRedis(config: Config, names: readonly string[] = []): Promise<Array<string | undefined>> {
  const redis = redisClient(config, {
    lazyConnect: true,
    connectTimeout: patience,
    commandTimeout: patience,
    retryStrategy: () => null,
    sentinelRetryStrategy: () => null,
    failoverDetector: false,
  });
  const refused = new Promise<never>((_, reject) => redis.once('error', reject));
  redis.on('error', () => undefined);
  const asked = async () => {
    await redis.connect();
    await redis.ping();
    return Promise.all(names.map(async (name) => ((await redis.config('GET', name).catch(() => [])) as string[])[1]));
  };
  try {
    return await Promise.race([asked(), refused]);
  } finally {
    redis.disconnect();
  }
}
