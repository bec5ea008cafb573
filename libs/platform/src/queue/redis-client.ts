import { Redis, type RedisOptions } from 'ioredis';
import type { Config } from '../config/config.js';

type RedisSettings = Pick<
  Config,
  'REDIS_URL' | 'REDIS_SENTINELS' | 'REDIS_SENTINEL_USERNAME' | 'REDIS_SENTINEL_PASSWORD'
>;

/** With REDIS_SENTINELS, the host of REDIS_URL is a master name. */
export function redisClient(location: RedisSettings, options: RedisOptions): Redis {
  const { REDIS_URL: url = '', REDIS_SENTINELS: sentinels } = location;
  // A master that became a replica: reconnect to the new master and resend the command.
  const settings = {
    reconnectOnError: ({ message }: Error) => (message.startsWith('READONLY') ? 2 : false),
    ...options,
  } as const;
  if (sentinels.length === 0) return requireDatabase(new Redis(url, settings));
  const { protocol, hostname, username, password, pathname } = new URL(url);
  return requireDatabase(
    new WatchedRedis({
      // Trust Sentinel's failover announcement even if connections to the old master are still open.
      failoverDetector: true,
      ...settings,
      sentinels: sentinels.map(hostOf),
      name: decodeURIComponent(hostname),
      db: Number(pathname.slice(1) || 0),
      ...(username && { username: decodeURIComponent(username) }),
      ...(password && { password: decodeURIComponent(password) }),
      ...(location.REDIS_SENTINEL_USERNAME && { sentinelUsername: location.REDIS_SENTINEL_USERNAME }),
      ...(location.REDIS_SENTINEL_PASSWORD && { sentinelPassword: location.REDIS_SENTINEL_PASSWORD }),
      ...(protocol === 'rediss:' && { tls: {}, enableTLSForSentinelMode: true, sentinelTLS: {} }),
    }),
  );
}

/** Disconnects if the database number doesn't exist, instead of using database 0. */
function requireDatabase(redis: Redis): Redis {
  redis.on('error', ({ message }: Error) => {
    if (message.startsWith('ERR DB index')) redis.disconnect();
  });
  return redis;
}

/** Private members of an ioredis (5.11) client with sentinels. */
interface RedisInternals {
  readonly manuallyClosing: boolean;
  readonly connector: {
    connect(notify: (name: string, error: Error) => void): Promise<unknown>;
    readonly failoverDetector?: { cleanup(): void } | null;
  };
}

class WatchedRedis extends Redis {
  constructor(options: RedisOptions) {
    super(options);
    const watchedClient = this as unknown as RedisInternals;
    const { connector } = watchedClient;
    // The sentinel listeners would keep the process alive after `quit`.
    this.on('end', () => connector.failoverDetector?.cleanup());
    // A failover announcement can interrupt the sentinel lookup, after which ioredis would stop for good.
    const connect = connector.connect.bind(connector);
    connector.connect = async (notify) => {
      for (;;) {
        try {
          return await connect(notify);
        } catch (error) {
          if (watchedClient.manuallyClosing || !isInterrupted(error)) throw error;
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

function isInterrupted(error: unknown): boolean {
  return error instanceof Error && error.message === 'Connection is closed.';
}
