import { Injectable } from '@nestjs/common';
import { Clock, Config, type Tx } from '@upstander/platform';
import { OpportunityAccess } from './opportunity-access.js';
import { noticeDays } from './opportunity-columns.js';
import { OpportunitySteps, notFromHere } from './opportunity-steps.js';
import { insertOpportunityEvent } from './opportunity-store.js';
import type { Opportunity } from './opportunity.entity.js';

const day = 86_400_000;

/** Another term for an opportunity whose end is near, or its end because somebody was found. */
@Injectable()
export class Renewals {
  constructor(
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly access: OpportunityAccess,
    private readonly steps: OpportunitySteps,
  ) {}

  /**
   * Gives an opportunity that is held another term; one that nobody of staff has looked at for too many terms goes to them
   * first. Before its end is near, nothing happens: a second click is the same as the first.
   * @throws Refusal OPPORTUNITY_STATUS; BUSINESS_NOT_APPROVED.
   */
  async renew(tx: Tx, opportunity: Opportunity, actorId: string | null): Promise<void> {
    const { status, expiresAt } = opportunity;
    if (status !== 'published' && status !== 'expiring' && status !== 'expired') throw notFromHere(status);
    const now = this.clock.now();
    if (!expiresAt || expiresAt.valueOf() - now.valueOf() > noticeDays[0] * day) return;
    await this.access.requireApproved(tx, opportunity.businessId);
    if (opportunity.renewals >= this.config.OPPORTUNITY_RENEWALS) {
      await this.steps.take(tx, opportunity, 'in_review', { kind: 'RENEWAL_ASKED', actorId });
      return;
    }
    const begin = Math.max(now.valueOf(), expiresAt.valueOf());
    await tx.query(
      'UPDATE opportunities.opportunity SET renewals = renewals + 1, expires_at = $2, updated_at = $3 WHERE id = $1',
      [opportunity.id, new Date(begin + this.config.OPPORTUNITY_DAYS * day), now],
    );
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
    } else await this.steps.take(tx, opportunity, 'published', { kind: 'RENEWED', actorId });
  }
}
