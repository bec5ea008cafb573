import { Injectable } from '@nestjs/common';
import { Clock, Refusal, type Tx } from '@upstander/platform';
import { insertOpportunityEvent } from './opportunity-store.js';
import type { Opportunity } from './opportunity.entity.js';
import { opportunityChanges, type OpportunityStatus } from './opportunity-status.js';

const cleared = `, status_reason = ''`;
const told = ', status_reason = $4';
/** When it left the site: then, or before that by itself. */
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

/** The way of an opportunity from state to state, by the steps there are. */
@Injectable()
export class OpportunitySteps {
  constructor(private readonly clock: Clock) {}

  /**
   * Takes an opportunity that is held to another state and writes it down; answers the number of the note.
   * @throws Refusal OPPORTUNITY_STATUS when there is no such step.
   */
  async take(
    tx: Tx,
    opportunity: Pick<Opportunity, 'id' | 'status'>,
    to: OpportunityStatus,
    by: { kind: string; actorId: string | null; note?: string; reason?: string },
  ): Promise<string> {
    if (!opportunityChanges[opportunity.status].includes(to)) throw notFromHere(opportunity.status);
    const now = this.clock.now();
    // The parameters are typed, because not every step uses all of them.
    await tx.query(
      `WITH given AS (SELECT $3::timestamptz, $4::text)
       UPDATE opportunities.opportunity SET status = $2, updated_at = $3${done[to]} WHERE id = $1`,
      [opportunity.id, to, now, by.reason ?? ''],
    );
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

/** The refusal for a step that does not begin where the opportunity stands. */
export function notFromHere(status: OpportunityStatus): Refusal {
  return new Refusal('OPPORTUNITY_STATUS', 'That cannot be done with the opportunity as it stands now.', { status });
}
