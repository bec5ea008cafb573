import { Injectable } from '@nestjs/common';
import { RateLimits, type Actor } from '@upstander/identity';
import { Database, notThere, SignedIds, type Tx } from '@upstander/platform';
import { holdOpportunity } from './opportunity-store.js';
import type { Opportunity } from './opportunity.entity.js';
import { OpportunitySteps } from './opportunity-steps.js';
import { MyOpportunityReads } from './my-opportunity-reads.js';
import type { MyOpportunity } from './my-opportunity.js';
import { renewalLink } from './renewal-link.js';
import { Renewals } from './renewals.service.js';

/** What is done by the links in the mails about an opportunity's end. */
@Injectable()
export class RenewalLinks {
  constructor(
    private readonly db: Database,
    private readonly signedIds: SignedIds,
    private readonly steps: OpportunitySteps,
    private readonly limits: RateLimits,
    private readonly renewals: Renewals,
    private readonly reads: MyOpportunityReads,
  ) {}

  /** The opportunity a link names, or null once what it was mailed for is over. */
  async byToken(token: string): Promise<MyOpportunity | null> {
    const named = this.signedIds.open(renewalLink, token);
    if (!named) return null;
    const sql = 'SELECT FROM opportunities.opportunity WHERE id = $1 AND token_version = $2';
    const [opportunity] = await this.db.query(sql, [named.id, named.version]);
    return opportunity ? this.reads.byId(named.id) : null;
  }

  /** @throws Refusal NOT_FOUND; OPPORTUNITY_STATUS; BUSINESS_NOT_APPROVED; TOO_MANY_TRIES. */
  renew(actor: Actor, token: string): Promise<MyOpportunity> {
    return this.open(actor, token, (tx, opportunity) => this.renewals.renew(tx, opportunity, null));
  }

  /** @throws Refusal NOT_FOUND; OPPORTUNITY_STATUS; TOO_MANY_TRIES. */
  fill(actor: Actor, token: string): Promise<MyOpportunity> {
    return this.open(actor, token, async (tx, opportunity) => {
      if (opportunity.status === 'filled') return;
      await this.steps.take(tx, opportunity, 'filled', { kind: 'FILLED', actorId: null });
    });
  }

  private async open(
    actor: Actor,
    token: string,
    work: (tx: Tx, opportunity: Opportunity) => Promise<void>,
  ): Promise<MyOpportunity> {
    await this.limits.take('public-write', actor.address);
    const named = this.signedIds.open(renewalLink, token);
    if (!named) throw notThere('This opportunity');
    await this.db.transaction(async (tx) => {
      const opportunity = await holdOpportunity(tx, named.id);
      // Looked at under the lock: another click may just have ended what this link was for.
      if (opportunity.tokenVersion !== named.version) throw notThere('This opportunity');
      await work(tx, opportunity);
    });
    return this.reads.byId(named.id);
  }
}
