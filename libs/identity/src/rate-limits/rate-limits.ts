import { Injectable } from '@nestjs/common';
import { Config, Database, isUuid, Refusal } from '@upstander/platform';
import { createHmac, hkdfSync } from 'node:crypto';
import {
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRes,
  type RateLimiterAbstract,
} from 'rate-limiter-flexible';
import { SecurityEvents } from '../security-events/security-events.js';
import { limits, pointsOf, type Limit, type LimitName } from './limits.js';
import { networksOf } from '../security-events/network.js';

/** An IPv6 /48 gets this many times the limit of a single /64. */
const wideFactor = 10;

interface Limiters {
  readonly narrow: RateLimiterAbstract;
  readonly wide: RateLimiterAbstract;
}

/** Counted in the services, so 100 aliases in one GraphQL request are 100 attempts. */
@Injectable()
export class RateLimits {
  private readonly limiters = new Map<LimitName, Limiters>();
  private readonly hashing: Buffer;

  constructor(
    config: Config,
    db: Database,
    private readonly events: SecurityEvents,
  ) {
    this.hashing = Buffer.from(hkdfSync('sha256', config.APP_SECRET, '', 'rate-limit-keys', 32));
    for (const [name, limit] of limits.all()) {
      if (limit.shared && !db.dataSource.isInitialized) continue;
      const points = pointsOf(limit, config);
      const make = (maxRequests: number) =>
        limit.shared ? sharedLimiter(name, limit, maxRequests, db) : memoryLimiter(name, limit, maxRequests);
      this.limiters.set(name as LimitName, { narrow: make(points), wide: make(points * wideFactor) });
    }
  }

  /**
   * `key` is stored hashed. Scopes are counted separately.
   * @throws Refusal TOO_MANY_TRIES with `retryAfterSeconds`
   */
  async consume(limit: LimitName, key: string, scope = ''): Promise<void> {
    try {
      for (const { limiter, hashed } of this.counters(limit, key, scope)) await limiter.consume(hashed);
    } catch (refusalError) {
      if (!(refusalError instanceof RateLimiterRes)) throw refusalError;
      this.events.record({ kind: 'limit-reached', accountId: isUuid(key) ? key : null, detail: limit });
      throw tooManyTriesRefusal(Math.max(1, Math.ceil(refusalError.msBeforeNext / 1000)));
    }
  }

  /** Counts like `consume`, but returns true above the limit. */
  async isExceeded(limit: LimitName, key: string, scope = ''): Promise<boolean> {
    try {
      for (const { limiter, hashed } of this.counters(limit, key, scope)) await limiter.consume(hashed);
      return false;
    } catch (refusalError) {
      if (!(refusalError instanceof RateLimiterRes)) throw refusalError;
      this.events.record({ kind: 'limit-reached', accountId: null, detail: limit });
      return true;
    }
  }

  /** Returns an attempt, for example after a successful sign-in. */
  async giveBackPoint(limit: LimitName, key: string, scope = ''): Promise<void> {
    for (const { limiter, hashed } of this.counters(limit, key, scope)) await limiter.reward(hashed, 1);
  }

  async reset(limit: LimitName, key: string): Promise<void> {
    for (const { limiter, hashed } of this.counters(limit, key)) await limiter.delete(hashed);
  }

  private counters(limit: LimitName, key: string, scope = ''): Array<{ limiter: RateLimiterAbstract; hashed: string }> {
    const limiters = this.limiters.get(limit);
    if (!limiters) throw new Error(`The limit "${limit}" needs the database.`);
    const [network, wideNetwork] = networksOf(key);
    const counters = [{ limiter: limiters.narrow, hashed: this.hashed(scope + network) }];
    if (wideNetwork) counters.push({ limiter: limiters.wide, hashed: this.hashed(scope + wideNetwork) });
    return counters;
  }

  private hashed(key: string): string {
    return createHmac('sha256', this.hashing).update(key.toLowerCase()).digest('base64url');
  }
}

function memoryLimiter(name: string, { seconds }: Limit, points: number): RateLimiterAbstract {
  return new RateLimiterMemory({ keyPrefix: name, points, duration: seconds });
}

function sharedLimiter(
  name: string,
  { seconds, returnable }: Limit,
  points: number,
  db: Database,
): RateLimiterAbstract {
  return new RateLimiterPostgres({
    storeClient: db.pool,
    storeType: 'pool',
    schemaName: 'identity',
    tableName: 'rate_limit',
    tableCreated: true,
    clearExpiredByTimeout: name === 'sign-in-by-account',
    keyPrefix: name,
    points,
    duration: seconds,
    // Keys above the limit are refused from memory, without a query.
    ...(!returnable && { inMemoryBlockOnConsumed: points + 1 }),
  });
}

export function tooManyTriesRefusal(retryAfterSeconds = 60): Refusal {
  return new Refusal('TOO_MANY_TRIES', 'Too many attempts. Please wait a moment and try again.', {
    retryAfterSeconds,
  });
}
