import { ConfigError, type Config } from '../config/config.js';
import { BoundedClient } from '../database/bounded-waits.js';
import { isServerError } from '../database/server-watch.js';
import { isDatabaseUnavailable } from '../database/unavailable.js';
import { redisClient } from '../queue/redis-client.js';
import { adviceFor } from './error-advice.js';

const patienceMs = 5_000;
const databases = ['DATABASE_URL', 'SEALED_DATABASE_URL', 'SEALED_KEYS_URL'];

/**
 * Explains a failed start in one sentence that names the setting, or returns the original error.
 * To find the failing database, it connects to each one again. Redis isn't checked, because `enterRedis` reports a
 * refusal and an unavailable Redis doesn't prevent the start.
 */
export async function startFault(error: unknown, config?: Config): Promise<unknown> {
  if (error instanceof ConfigError) return error.message;
  if (!config || !isOfDatabase(error)) return error;
  const values = config as unknown as Readonly<Record<string, unknown>>;
  for (const name of databases) {
    const url = values[name];
    const sentence = typeof url === 'string' && (await findFault(() => connectOnce(url)));
    if (sentence) return `${name}: ${sentence}`;
  }
  return error;
}

/** True if a database was unavailable, or refused something that an operator can fix. */
function isOfDatabase(error: unknown): boolean {
  return isDatabaseUnavailable(error) || (isServerError(error) && adviceFor(error) !== undefined);
}

async function findFault(ask: () => Promise<unknown>): Promise<string | undefined> {
  try {
    await ask();
    return undefined;
  } catch (error) {
    return adviceFor(error);
  }
}

async function connectOnce(connectionString: string): Promise<void> {
  const client = new BoundedClient({
    connectionString,
    connectionTimeoutMillis: patienceMs,
    query_timeout: patienceMs,
  });
  try {
    await client.connect();
    await client.query('SELECT 1');
  } finally {
    void client.end().catch(() => undefined);
  }
}

/**
 * Fails early if Redis refuses the connection, for which a queue would silently wait.
 * @throws ConfigError in one sentence
 */
export async function enterRedis(config: Config): Promise<void> {
  if (config.REDIS_URL === undefined) return;
  try {
    await askRedis(config);
  } catch (error) {
    const refusal = (error as Error).name === 'ReplyError' ? adviceFor(error) : undefined;
    if (refusal !== undefined) throw new ConfigError(`REDIS_URL: ${refusal}`);
  }
}

/**
 * Connects to Redis and returns these configuration options; undefined if the provider hides them.
 * @throws the server's own error; the client only reports that the connection was closed
 */
export async function askRedis(config: Config, names: readonly string[] = []): Promise<Array<string | undefined>> {
  const redis = redisClient(config, {
    lazyConnect: true,
    connectTimeout: patienceMs,
    commandTimeout: patienceMs,
    retryStrategy: () => null,
    sentinelRetryStrategy: () => null,
    failoverDetector: false,
  });
  const connectionError = new Promise<never>((_, reject) => redis.once('error', reject));
  redis.on('error', () => undefined);
  const asked = async () => {
    await redis.connect();
    await redis.ping();
    return Promise.all(names.map(async (name) => ((await redis.config('GET', name).catch(() => [])) as string[])[1]));
  };
  try {
    return await Promise.race([asked(), connectionError]);
  } finally {
    redis.disconnect();
  }
}
