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
import { networksOf } from './network.js';

/** How many households one /48 of IPv6 counts as. */
const widely = 10;

interface Limiters {
  readonly narrow: RateLimiterAbstract;
  readonly wide: RateLimiterAbstract;
}

/** Counts tries where the work is done, so that a hundred aliases in one request are a hundred tries. */
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
      const make = (most: number) =>
        limit.shared ? sharedLimiter(name, limit, most, db) : memoryLimiter(name, limit, most);
      this.limiters.set(name as LimitName, { narrow: make(points), wide: make(points * widely) });
    }
  }

  /**
   * Counts one try by this account or network address. `key` is hashed before it is kept. Tries in different scopes are
   * counted apart.
   * @throws Refusal TOO_MANY_TRIES with `retryAfterSeconds` when there were too many.
   */
  async consume(limit: LimitName, key: string, scope = ''): Promise<void> {
    try {
      for (const { limiter, hashed } of this.counters(limit, key, scope)) await limiter.consume(hashed);
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      this.events.record({ kind: 'limit-reached', accountId: isUuid(key) ? key : null, detail: limit });
      throw tooManyTries(Math.max(1, Math.ceil(refused.msBeforeNext / 1000)));
    }
  }

  /** Counts one try as `take` does, and answers whether it was one too many instead of refusing. */
  async isAbove(limit: LimitName, key: string, scope = ''): Promise<boolean> {
    try {
      for (const { limiter, hashed } of this.counters(limit, key, scope)) await limiter.consume(hashed);
      return false;
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      this.events.record({ kind: 'limit-reached', accountId: null, detail: limit });
      return true;
    }
  }

  /** Takes one counted try back: it turned out not to be one of those that are counted. */
  async giveBack(limit: LimitName, key: string, scope = ''): Promise<void> {
    for (const { limiter, hashed } of this.counters(limit, key, scope)) await limiter.reward(hashed, 1);
  }

  /** Forgets the tries of somebody who has just shown who they are. */
  async forgive(limit: LimitName, key: string): Promise<void> {
    for (const { limiter, hashed } of this.counters(limit, key)) await limiter.delete(hashed);
  }

  private counters(limit: LimitName, key: string, scope = ''): Array<{ limiter: RateLimiterAbstract; hashed: string }> {
    const limiters = this.limiters.get(limit);
    if (!limiters) throw new Error(`The limit "${limit}" needs the database.`);
    const [network, wide] = networksOf(key);
    const counters = [{ limiter: limiters.narrow, hashed: this.hashed(scope + network) }];
    if (wide) counters.push({ limiter: limiters.wide, hashed: this.hashed(scope + wide) });
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
    // What is already refused costs the database nothing more.
    ...(!returnable && { inMemoryBlockOnConsumed: points + 1 }),
  });
}

/** What somebody is told who tried too often. */
export function tooManyTries(retryAfterSeconds = 60): Refusal {
  return new Refusal('TOO_MANY_TRIES', 'That was too many tries. Please wait a little and try again.', {
    retryAfterSeconds,
  });
}
