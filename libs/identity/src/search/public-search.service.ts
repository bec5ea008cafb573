import { Injectable } from '@nestjs/common';
import { Search, type SearchConnection } from '@upstander/platform';
import type { Actor } from '../access/actor.js';
import { RateLimits } from '../rate-limits/rate-limits.js';

/** Rate-limited by network, because each search queries every kind of content. */
@Injectable()
export class PublicSearch {
  constructor(
    private readonly search: Search,
    private readonly limits: RateLimits,
  ) {}

  /** @throws Refusal TOO_MANY_TRIES, BAD_INPUT */
  async find(actor: Actor, criteria: Parameters<Search['find']>[0]): Promise<SearchConnection> {
    await this.limits.consume('search', actor.address);
    return this.search.find(criteria);
  }
}
