import { Injectable } from '@nestjs/common';
import { Clock, mayChange, Refusal, type Tx } from '@upstander/platform';
import { ClosureListeners } from '../closures/closure-listeners.js';
import { insertOpportunityEvent } from './opportunity-store.js';
import type { Opportunity } from './opportunity.entity.js';
import { OpportunityStatus } from './opportunity-status.js';

const cleared = `, status_reason = ''`;
const told = ', status_reason = $4';
/** When it left the site: then, or before that automatically. */
const left = ', expires_at = least(expires_at, $3)';
const linksDie = ', token_version = token_version + 1';

const done: Readonly<Record<OpportunityStatus, string>> = {
  draft: cleared + linksDie,
  in_review: `, submitted_at = $3${cleared}${linksDie}`,
  changes_requested: told + left + linksDie,
  published: cleared,
  // The mails of this term get links of their own; those of an earlier one open nothing from now on.
  expiring: linksDie,
  expired: '',
  filled: left,
  withdrawn: left + linksDie,
  refused: told + left + linksDie,
};

/** Changes the status of opportunities, along the transitions there are. */
@Injectable()
export class OpportunityTransitions {
  constructor(
    private readonly clock: Clock,
    private readonly closures: ClosureListeners,
  ) {}

  /**
   * Changes the status of a locked opportunity and writes it into its history; answers the number of that row.
   * @throws Refusal OPPORTUNITY_STATUS when there is no such transition.
   */
  async changeStatus(
    tx: Tx,
    opportunity: Pick<Opportunity, 'id' | 'status'>,
    to: OpportunityStatus,
    by: { kind: string; actorId: string | null; note?: string; reason?: string },
  ): Promise<string> {
    if (!mayChange(OpportunityStatus, opportunity.status, to)) throw notFromHere(opportunity.status);
    const now = this.clock.now();
    // The parameters are typed, because not every status uses all of them.
    await tx.query(
      `WITH given AS (SELECT $3::timestamptz, $4::text)
       UPDATE opportunities.opportunity SET status = $2, updated_at = $3${done[to]} WHERE id = $1`,
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

/** The refusal for a transition that does not begin where the opportunity stands. */
export function notFromHere(status: OpportunityStatus): Refusal {
  return new Refusal('OPPORTUNITY_STATUS', 'That cannot be done with the opportunity as it stands now.', { status });
}
