import { Injectable } from '@nestjs/common';
import type { Actor } from '@upstander/identity';
import { refuseFaults, type Tx } from '@upstander/platform';
import { OpportunityAccess } from '../opportunities/opportunity-access.js';
import { findMissingFields, type OpportunityContent } from '../opportunities/opportunity-content.js';
import { OpportunityTransitions } from '../opportunities/opportunity-transitions.js';
import type { Opportunity } from '../opportunities/opportunity.entity.js';

@Injectable()
export class OpportunitySubmission {
  constructor(
    private readonly access: OpportunityAccess,
    private readonly transitions: OpportunityTransitions,
  ) {}

  /** @throws Refusal BAD_INPUT naming missing fields; BUSINESS_NOT_APPROVED; OPPORTUNITY_STATUS */
  async submit(
    tx: Tx,
    actor: Actor,
    opportunity: Opportunity,
    content: OpportunityContent = opportunity,
  ): Promise<void> {
    refuseFaults(findMissingFields(content));
    await this.access.requireApproved(tx, opportunity.businessId);
    await this.transitions.changeStatus(tx, opportunity, 'in_review', { kind: 'SUBMITTED', actorId: actor.accountId });
  }
}
