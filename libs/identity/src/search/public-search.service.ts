import { Injectable } from '@nestjs/common';
import { Search, type SearchConnection } from '@upstander/platform';
import type { Actor } from '../access/actor.js';
import { featureOfSearchKind } from '../features/feature.js';
import { Features } from '../features/features.js';
import { RateLimits } from '../rate-limits/rate-limits.js';

/** Rate-limited by network, because each search queries every kind of content. */
@Injectable()
export class PublicSearch {
  constructor(
    private readonly search: Search,
    private readonly limits: RateLimits,
    private readonly features: Features,
  ) {}

  /** @throws Refusal TOO_MANY_TRIES, BAD_INPUT */
  async find(actor: Actor, criteria: Parameters<Search['find']>[0]): Promise<SearchConnection> {
    await this.limits.consume('search', actor.address);
    const absentKinds = Object.entries(featureOfSearchKind)
      .filter(([, feature]) => !this.features.isOn(feature))
      .map(([kind]) => kind);
    return this.search.find({ ...criteria, absentKinds });
  }
}
