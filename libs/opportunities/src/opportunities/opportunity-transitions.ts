import { Injectable } from '@nestjs/common';
import { Clock, mayChange, Refusal, type Tx } from '@upstander/platform';
import { ClosureListeners } from '../businesses/closure-listeners.js';
import { insertOpportunityEvent } from './opportunity-store.js';
import type { Opportunity } from './opportunity.entity.js';
import { OpportunityStatus } from './opportunity-status.js';

const clearReason = `, status_reason = ''`;
const setReason = ', status_reason = $4';
/** Ends its time on the site now, unless it ended earlier. */
const endExpiry = ', expires_at = least(expires_at, $3)';
const invalidateLinks = ', token_version = token_version + 1';

const updatesByStatus: Readonly<Record<OpportunityStatus, string>> = {
  draft: clearReason + invalidateLinks,
  in_review: `, submitted_at = $3${clearReason}${invalidateLinks}`,
  changes_requested: setReason + endExpiry + invalidateLinks,
  published: clearReason,
  // Emails of this term get new links; links from earlier terms stop working.
  expiring: invalidateLinks,
  expired: '',
  filled: endExpiry,
  withdrawn: endExpiry + invalidateLinks,
  refused: setReason + endExpiry + invalidateLinks,
};

@Injectable()
export class OpportunityTransitions {
  constructor(
    private readonly clock: Clock,
    private readonly closures: ClosureListeners,
  ) {}

  /**
   * Returns the ID of the history entry.
   * @throws Refusal OPPORTUNITY_STATUS if the current status doesn't allow it
   */
  async changeStatus(
    tx: Tx,
    opportunity: Pick<Opportunity, 'id' | 'status'>,
    to: OpportunityStatus,
    by: { kind: string; actorId: string | null; note?: string; reason?: string },
  ): Promise<string> {
    if (!mayChange(OpportunityStatus, opportunity.status, to)) throw statusRefusal(opportunity.status);
    const now = this.clock.now();
    // Casts the parameters, because some statuses don't use all of them.
    await tx.query(
      `WITH given AS (SELECT $3::timestamptz, $4::text)
       UPDATE opportunities.opportunity SET status = $2, updated_at = $3${updatesByStatus[to]} WHERE id = $1`,
      [opportunity.id, to, now, by.reason ?? ''],
    );
    if (to !== 'published' && to !== 'expiring') this.closures.notifyAfterCommit(tx);
    return insertOpportunityEvent(tx, {
      opportunityId: opportunity.id,
      kind: by.kind,
      from: opportunity.status,
      to,
      note: by.note ?? by.reason ?? '',
      actorId: by.actorId,
      at: now,
    });
  }
}

export function statusRefusal(status: OpportunityStatus): Refusal {
  return new Refusal('OPPORTUNITY_STATUS', 'You can’t do that with this opportunity’s current status.', { status });
}
