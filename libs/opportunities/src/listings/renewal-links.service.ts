import { Injectable } from '@nestjs/common';
import { RateLimits, type Actor } from '@upstander/identity';
import { Database, notThere, SignedIds, type Tx } from '@upstander/platform';
import { holdListing } from './listing-store.js';
import type { Listing } from './listing.entity.js';
import { ListingSteps } from './listing-steps.js';
import { MyOpportunityReads } from './my-opportunity-reads.js';
import type { MyOpportunity } from './my-opportunity.js';
import { renewalLink } from './renewal-link.js';
import { Renewals } from './renewals.service.js';

/** What is done by the links in the mails about a listing's end. */
@Injectable()
export class RenewalLinks {
  constructor(
    private readonly db: Database,
    private readonly signedIds: SignedIds,
    private readonly steps: ListingSteps,
    private readonly limits: RateLimits,
    private readonly renewals: Renewals,
    private readonly reads: MyOpportunityReads,
  ) {}

  /** The listing a link names, or null once what it was mailed for is over. */
  async byToken(token: string): Promise<MyOpportunity | null> {
    const named = this.signedIds.open(renewalLink, token);
    if (!named) return null;
    const sql = 'SELECT FROM opportunities.listing WHERE id = $1 AND token_version = $2';
    const [listing] = await this.db.query(sql, [named.id, named.version]);
    return listing ? this.reads.byId(named.id) : null;
  }

  /** @throws Refusal NOT_FOUND; OPPORTUNITY_STATUS; BUSINESS_NOT_APPROVED; TOO_MANY_TRIES. */
  renew(actor: Actor, token: string): Promise<MyOpportunity> {
    return this.open(actor, token, (tx, listing) => this.renewals.renew(tx, listing, null));
  }

  /** @throws Refusal NOT_FOUND; OPPORTUNITY_STATUS; TOO_MANY_TRIES. */
  fill(actor: Actor, token: string): Promise<MyOpportunity> {
    return this.open(actor, token, async (tx, listing) => {
      if (listing.status === 'filled') return;
      await this.steps.take(tx, listing, 'filled', { kind: 'FILLED', actorId: null });
    });
  }

  private async open(
    actor: Actor,
    token: string,
    work: (tx: Tx, listing: Listing) => Promise<void>,
  ): Promise<MyOpportunity> {
    await this.limits.take('public-write', actor.address);
    const named = this.signedIds.open(renewalLink, token);
    if (!named) throw notThere('This listing');
    await this.db.transaction(async (tx) => {
      const listing = await holdListing(tx, named.id);
      // Looked at under the lock: another click may just have ended what this link was for.
      if (listing.tokenVersion !== named.version) throw notThere('This listing');
      await work(tx, listing);
    });
    return this.reads.byId(named.id);
  }
}
