import { Injectable } from '@nestjs/common';
import { Clock, Config, type Tx } from '@upstander/platform';
import { OpportunityAccess } from '../opportunities/opportunity-access.js';
import { noticeDays } from '../opportunities/opportunity-columns.js';
import { OpportunityTransitions, statusRefusal } from '../opportunities/opportunity-transitions.js';
import { insertOpportunityEvent } from '../opportunities/opportunity-store.js';
import { Opportunity } from '../opportunities/opportunity.entity.js';

const day = 86_400_000;

@Injectable()
export class Renewals {
  constructor(
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly access: OpportunityAccess,
    private readonly transitions: OpportunityTransitions,
  ) {}

  /**
   * Renews a locked opportunity, or submits it for review if it was renewed too often without one. Does nothing before
   * renewal opens, so repeated clicks have no effect.
   * @throws Refusal OPPORTUNITY_STATUS, BUSINESS_NOT_APPROVED
   */
  async renew(tx: Tx, opportunity: Opportunity, actorId: string | null): Promise<void> {
    const { status, expiresAt } = opportunity;
    if (status !== 'published' && status !== 'expiring' && status !== 'expired') throw statusRefusal(status);
    const now = this.clock.now();
    if (!expiresAt || expiresAt.valueOf() - now.valueOf() > noticeDays[0] * day) return;
    await this.access.requireApproved(tx, opportunity.businessId);
    if (opportunity.renewals >= this.config.OPPORTUNITY_RENEWALS) {
      await this.transitions.changeStatus(tx, opportunity, 'in_review', { kind: 'RENEWAL_ASKED', actorId });
      return;
    }
    const begin = Math.max(now.valueOf(), expiresAt.valueOf());
    await tx.manager.update(Opportunity, opportunity.id, {
      renewals: opportunity.renewals + 1,
      expiresAt: new Date(begin + this.config.OPPORTUNITY_DAYS * day),
      updatedAt: now,
    });
    if (status === 'published') {
      const event = {
        opportunityId: opportunity.id,
        kind: 'RENEWED',
        from: null,
        to: null,
        note: '',
        actorId,
        at: now,
      };
      await insertOpportunityEvent(tx, event);
    } else await this.transitions.changeStatus(tx, opportunity, 'published', { kind: 'RENEWED', actorId });
  }
}
