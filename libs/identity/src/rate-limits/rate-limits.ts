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
import { limitsOf, type Limit, type LimitName } from './limits.js';
import { networkOf } from './network.js';

/** Counts tries where the work is done, so that a hundred aliases in one request are a hundred tries. */
@Injectable()
export class RateLimits {
  private readonly limiters = new Map<LimitName, RateLimiterAbstract>();
  private readonly hashing: Buffer;

  constructor(
    config: Config,
    db: Database,
    private readonly events: SecurityEvents,
  ) {
    this.hashing = Buffer.from(hkdfSync('sha256', config.APP_SECRET, '', 'rate-limit-keys', 32));
    for (const [name, limit] of Object.entries(limitsOf(config))) {
      if (!limit.shared) this.limiters.set(name as LimitName, memoryLimiter(name, limit));
      else if (db.dataSource.isInitialized) this.limiters.set(name as LimitName, sharedLimiter(name, limit, db));
    }
  }

  /**
   * Counts one try by this account or network address. `key` is hashed before it is kept.
   * @throws Refusal TOO_MANY_TRIES with `retryAfterSeconds` when there were too many.
   */
  async take(limit: LimitName, key: string): Promise<void> {
    try {
      await this.limiter(limit).consume(this.hashed(key));
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      this.events.record({ kind: 'limit-reached', accountId: isUuid(key) ? key : null, detail: limit });
      throw tooManyTries(Math.max(1, Math.ceil(refused.msBeforeNext / 1000)));
    }
  }

  /** Takes one counted try back: it turned out not to be one of those that are counted. */
  async giveBack(limit: LimitName, key: string): Promise<void> {
    await this.limiter(limit).reward(this.hashed(key), 1);
  }

  /** Forgets the tries of somebody who has just proven to be who they say. */
  async forgive(limit: LimitName, key: string): Promise<void> {
    await this.limiter(limit).delete(this.hashed(key));
  }

  private limiter(limit: LimitName): RateLimiterAbstract {
    const limiter = this.limiters.get(limit);
    if (!limiter) throw new Error(`The limit "${limit}" needs the database.`);
    return limiter;
  }

  private hashed(key: string): string {
    return createHmac('sha256', this.hashing).update(networkOf(key.toLowerCase())).digest('base64url');
  }
}

function memoryLimiter(name: string, { points, seconds }: Limit): RateLimiterAbstract {
  return new RateLimiterMemory({ keyPrefix: name, points, duration: seconds });
}

function sharedLimiter(name: string, { points, seconds }: Limit, db: Database): RateLimiterAbstract {
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
    inMemoryBlockOnConsumed: points + 1,
  });
}

function tooManyTries(retryAfterSeconds: number): Refusal {
  return new Refusal('TOO_MANY_TRIES', 'That was too many tries. Please wait a little and try again.', {
    retryAfterSeconds,
  });
}
