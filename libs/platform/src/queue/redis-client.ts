import { Redis, type RedisOptions } from 'ioredis';
import type { Config } from '../config/config.js';

type Where = Pick<Config, 'REDIS_URL' | 'REDIS_SENTINELS' | 'REDIS_SENTINEL_USERNAME' | 'REDIS_SENTINEL_PASSWORD'>;

/**
 * A client of the Redis of REDIS_URL. With REDIS_SENTINELS that URL names no machine but a master as the sentinels know it, and
 * they say which machine that is, now and after each failover.
 */
export function redisClient(where: Where, options: RedisOptions): Redis {
  const { REDIS_URL: url = '', REDIS_SENTINELS: sentinels } = where;
  // A master that became a replica: ask anew where the master is, and send the command there.
  const given = {
    reconnectOnError: ({ message }: Error) => (message.startsWith('READONLY') ? 2 : false),
    ...options,
  } as const;
  if (sentinels.length === 0) return inItsDatabase(new Redis(url, given));
  const { protocol, hostname, username, password, pathname } = new URL(url);
  return inItsDatabase(
    new WatchedRedis({
      // By a word of the sentinels, whatever has become of the lines to the old master.
      failoverDetector: true,
      ...given,
      sentinels: sentinels.map(hostOf),
      name: decodeURIComponent(hostname),
      db: Number(pathname.slice(1) || 0),
      ...(username && { username: decodeURIComponent(username) }),
      ...(password && { password: decodeURIComponent(password) }),
      ...(where.REDIS_SENTINEL_USERNAME && { sentinelUsername: where.REDIS_SENTINEL_USERNAME }),
      ...(where.REDIS_SENTINEL_PASSWORD && { sentinelPassword: where.REDIS_SENTINEL_PASSWORD }),
      ...(protocol === 'rediss:' && { tls: {}, enableTLSForSentinelMode: true, sentinelTLS: {} }),
    }),
  );
}

/** Where there is no database of this number the client would go on in number 0, in which somebody else may be: it goes away instead. */
function inItsDatabase(redis: Redis): Redis {
  redis.on('error', ({ message }: Error) => {
    if (message.startsWith('ERR DB index')) redis.disconnect();
  });
  return redis;
}

/** What ioredis (5.11) keeps to itself of a client with sentinels. */
interface Watched {
  readonly manuallyClosing: boolean;
  readonly connector: {
    connect(notify: (name: string, error: Error) => void): Promise<unknown>;
    readonly failoverDetector?: { cleanup(): void } | null;
  };
}

class WatchedRedis extends Redis {
  constructor(options: RedisOptions) {
    super(options);
    const watched = this as unknown as Watched;
    const { connector } = watched;
    // What listens to the sentinels ends with the client, also where it quits in peace: it would keep the process from ending.
    this.on('end', () => connector.failoverDetector?.cleanup());
    // Their word of a failover may come while they are asked where the master is, which breaks that off: ioredis would then be at its
    // end for ever, and so would the jobs of this process. They are asked anew.
    const connect = connector.connect.bind(connector);
    connector.connect = async (notify) => {
      for (;;) {
        try {
          return await connect(notify);
        } catch (error) {
          if (watched.manuallyClosing || !isBrokenOff(error)) throw error;
        }
      }
    };
  }

  override duplicate(override: Partial<RedisOptions> = {}): Redis {
    return new WatchedRedis({ ...this.options, ...override });
  }
}

function hostOf(sentinel: string): { host: string; port: number } {
  const { hostname, port } = new URL(`redis://${sentinel}`);
  return { host: hostname.replace(/^\[(.+)\]$/, '$1'), port: Number(port || 26_379) };
}

function isBrokenOff(error: unknown): boolean {
  return error instanceof Error && error.message === 'Connection is closed.';
}
