import { Injectable } from '@nestjs/common';
import type { Actor } from '@upstander/identity';
import { refuseFaults, type Tx } from '@upstander/platform';
import { OpportunityAccess } from './opportunity-access.js';
import { missingIn, type OpportunityContent } from './opportunity-content.js';
import { OpportunitySteps } from './opportunity-steps.js';
import type { Opportunity } from './opportunity.entity.js';

/** The step from a business to staff. */
@Injectable()
export class HandIn {
  constructor(
    private readonly access: OpportunityAccess,
    private readonly steps: OpportunitySteps,
  ) {}

  /** Hands an opportunity that is held to staff. @throws Refusal BAD_INPUT naming what is missing; BUSINESS_NOT_APPROVED; OPPORTUNITY_STATUS. */
  async take(tx: Tx, actor: Actor, opportunity: Opportunity, content: OpportunityContent = opportunity): Promise<void> {
    refuseFaults(missingIn(content));
    await this.access.requireApproved(tx, opportunity.businessId);
    await this.steps.take(tx, opportunity, 'in_review', { kind: 'HANDED_IN', actorId: actor.accountId });
  }
}
