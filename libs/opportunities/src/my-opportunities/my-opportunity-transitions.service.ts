import { Injectable } from '@nestjs/common';
import type { Actor } from '@upstander/identity';
import { Database, type Tx } from '@upstander/platform';
import { OpportunitySubmission } from './opportunity-submission.js';
import { OpportunityAccess } from '../opportunities/opportunity-access.js';
import { OpportunityTransitions, statusRefusal } from '../opportunities/opportunity-transitions.js';
import { lockOpportunity } from '../opportunities/opportunity-store.js';
import type { Opportunity } from '../opportunities/opportunity.entity.js';
import { MyOpportunityReads } from '../opportunities/my-opportunity-reads.js';
import type { MyOpportunity } from '../opportunities/my-opportunity.js';
import type { OpportunityStatus } from '../opportunities/opportunity-status.js';
import { Renewals } from '../renewals/renewals.service.js';

/** All transitions are idempotent. */
@Injectable()
export class MyOpportunityTransitions {
  constructor(
    private readonly db: Database,
    private readonly access: OpportunityAccess,
    private readonly transitions: OpportunityTransitions,
    private readonly submission: OpportunitySubmission,
    private readonly renewals: Renewals,
    private readonly reads: MyOpportunityReads,
  ) {}

  /** @throws Refusal NOT_FOUND; BAD_INPUT naming missing fields; BUSINESS_NOT_APPROVED; OPPORTUNITY_STATUS */
  submit(actor: Actor, id: string): Promise<MyOpportunity> {
    return this.changeStatus(actor, id, 'in_review', async (tx, opportunity) => {
      if (opportunity.status !== 'draft' && opportunity.status !== 'changes_requested')
        throw statusRefusal(opportunity.status);
      await this.submission.submit(tx, actor, opportunity);
    });
  }

  /** @throws Refusal NOT_FOUND, OPPORTUNITY_STATUS, BUSINESS_NOT_APPROVED */
  async renew(actor: Actor, id: string): Promise<MyOpportunity> {
    await this.access.requireOwn(actor, id);
    await this.db.transaction(async (tx) => {
      await this.renewals.renew(tx, await lockOpportunity(tx, id), actor.accountId);
    });
    return this.reads.byId(id);
  }

  /** @throws Refusal NOT_FOUND, OPPORTUNITY_STATUS */
  markFilled(actor: Actor, id: string): Promise<MyOpportunity> {
    return this.changeStatus(actor, id, 'filled', async (tx, opportunity) => {
      await this.transitions.changeStatus(tx, opportunity, 'filled', { kind: 'FILLED', actorId: actor.accountId });
    });
  }

  /** @throws Refusal NOT_FOUND, OPPORTUNITY_STATUS */
  withdraw(actor: Actor, id: string): Promise<MyOpportunity> {
    return this.changeStatus(actor, id, 'withdrawn', async (tx, opportunity) => {
      await this.transitions.changeStatus(tx, opportunity, 'withdrawn', {
        kind: 'WITHDRAWN',
        actorId: actor.accountId,
      });
    });
  }

  private async changeStatus(
    actor: Actor,
    id: string,
    to: OpportunityStatus,
    work: (tx: Tx, opportunity: Opportunity) => Promise<void>,
  ): Promise<MyOpportunity> {
    await this.access.requireOwn(actor, id);
    await this.db.transaction(async (tx) => {
      const opportunity = await lockOpportunity(tx, id);
      if (opportunity.status !== to) await work(tx, opportunity);
    });
    return this.reads.byId(id);
  }
}
