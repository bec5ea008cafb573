import { Injectable } from '@nestjs/common';
import { RateLimits, type Actor } from '@upstander/identity';
import { Database, notFound, SignedIds, type Tx } from '@upstander/platform';
import { lockOpportunity } from '../opportunities/opportunity-store.js';
import type { Opportunity } from '../opportunities/opportunity.entity.js';
import { OpportunityTransitions } from '../opportunities/opportunity-transitions.js';
import { MyOpportunityReads } from '../opportunities/my-opportunity-reads.js';
import type { MyOpportunity } from '../opportunities/my-opportunity.js';
import { renewalLink } from '../opportunities/renewal-link.js';
import { Renewals } from './renewals.service.js';

@Injectable()
export class RenewalLinks {
  constructor(
    private readonly db: Database,
    private readonly signedIds: SignedIds,
    private readonly transitions: OpportunityTransitions,
    private readonly limits: RateLimits,
    private readonly renewals: Renewals,
    private readonly reads: MyOpportunityReads,
  ) {}

  /** Returns null if the link is invalid or has expired. */
  async byToken(token: string): Promise<MyOpportunity | null> {
    const named = this.signedIds.verify(renewalLink, token);
    if (!named) return null;
    const sql = 'SELECT FROM opportunities.opportunity WHERE id = $1 AND token_version = $2';
    const [opportunity] = await this.db.query(sql, [named.id, named.version]);
    return opportunity ? this.reads.byId(named.id) : null;
  }

  /** @throws Refusal NOT_FOUND, OPPORTUNITY_STATUS, BUSINESS_NOT_APPROVED, TOO_MANY_TRIES */
  renew(actor: Actor, token: string): Promise<MyOpportunity> {
    return this.withLink(actor, token, (tx, opportunity) => this.renewals.renew(tx, opportunity, null));
  }

  /** @throws Refusal NOT_FOUND, OPPORTUNITY_STATUS, TOO_MANY_TRIES */
  markFilled(actor: Actor, token: string): Promise<MyOpportunity> {
    return this.withLink(actor, token, async (tx, opportunity) => {
      if (opportunity.status === 'filled') return;
      await this.transitions.changeStatus(tx, opportunity, 'filled', { kind: 'FILLED', actorId: null });
    });
  }

  private async withLink(
    actor: Actor,
    token: string,
    work: (tx: Tx, opportunity: Opportunity) => Promise<void>,
  ): Promise<MyOpportunity> {
    await this.limits.consume('public-write', actor.address);
    const named = this.signedIds.verify(renewalLink, token);
    if (!named) throw notFound('This opportunity');
    await this.db.transaction(async (tx) => {
      const opportunity = await lockOpportunity(tx, named.id);
      // Checked under the lock, because a concurrent request may have just invalidated the link.
      if (opportunity.tokenVersion !== named.version) throw notFound('This opportunity');
      await work(tx, opportunity);
    });
    return this.reads.byId(named.id);
  }
}
