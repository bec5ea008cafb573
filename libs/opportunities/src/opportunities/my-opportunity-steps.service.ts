import { Injectable } from '@nestjs/common';
import type { Actor } from '@upstander/identity';
import { Database, type Tx } from '@upstander/platform';
import { HandIn } from './hand-in.js';
import { OpportunityAccess } from './opportunity-access.js';
import { OpportunitySteps, notFromHere } from './opportunity-steps.js';
import { holdOpportunity } from './opportunity-store.js';
import type { Opportunity } from './opportunity.entity.js';
import { MyOpportunityReads } from './my-opportunity-reads.js';
import type { MyOpportunity } from './my-opportunity.js';
import type { OpportunityStatus } from './opportunity-status.js';
import { Renewals } from './renewals.service.js';

/** The steps the people of a business take with their opportunities. Taking the same step twice is taking it once. */
@Injectable()
export class MyOpportunitySteps {
  constructor(
    private readonly db: Database,
    private readonly access: OpportunityAccess,
    private readonly steps: OpportunitySteps,
    private readonly handIn: HandIn,
    private readonly renewals: Renewals,
    private readonly reads: MyOpportunityReads,
  ) {}

  /** Hands a draft in. @throws Refusal NOT_FOUND; BAD_INPUT naming what is missing; BUSINESS_NOT_APPROVED; OPPORTUNITY_STATUS. */
  submit(actor: Actor, id: string): Promise<MyOpportunity> {
    return this.step(actor, id, 'in_review', async (tx, opportunity) => {
      if (opportunity.status !== 'draft' && opportunity.status !== 'changes_requested')
        throw notFromHere(opportunity.status);
      await this.handIn.take(tx, actor, opportunity);
    });
  }

  /** Gives it another term. @throws Refusal NOT_FOUND, OPPORTUNITY_STATUS, BUSINESS_NOT_APPROVED. */
  async renew(actor: Actor, id: string): Promise<MyOpportunity> {
    await this.access.requireOwn(actor, id);
    await this.db.transaction(async (tx) => {
      await this.renewals.renew(tx, await holdOpportunity(tx, id), actor.accountId);
    });
    return this.reads.byId(id);
  }

  /** Somebody was found. @throws Refusal NOT_FOUND, OPPORTUNITY_STATUS. */
  fill(actor: Actor, id: string): Promise<MyOpportunity> {
    return this.step(actor, id, 'filled', async (tx, opportunity) => {
      await this.steps.take(tx, opportunity, 'filled', { kind: 'FILLED', actorId: actor.accountId });
    });
  }

  /** Takes it back for good. @throws Refusal NOT_FOUND, OPPORTUNITY_STATUS. */
  withdraw(actor: Actor, id: string): Promise<MyOpportunity> {
    return this.step(actor, id, 'withdrawn', async (tx, opportunity) => {
      await this.steps.take(tx, opportunity, 'withdrawn', { kind: 'WITHDRAWN', actorId: actor.accountId });
    });
  }

  private async step(
    actor: Actor,
    id: string,
    to: OpportunityStatus,
    work: (tx: Tx, opportunity: Opportunity) => Promise<void>,
  ): Promise<MyOpportunity> {
    await this.access.requireOwn(actor, id);
    await this.db.transaction(async (tx) => {
      const opportunity = await holdOpportunity(tx, id);
      if (opportunity.status !== to) await work(tx, opportunity);
    });
    return this.reads.byId(id);
  }
}
