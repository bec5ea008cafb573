import { Injectable } from '@nestjs/common';
import { Features, type Actor } from '@upstander/identity';
import { Clock, Database, isUuid, notFound, Refusal, type Tx } from '@upstander/platform';
import { BusinessMembers } from '../businesses/members/business-members.js';

/** Only members of the business have access; others get NOT_FOUND. */
@Injectable()
export class OpportunityAccess {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    readonly members: BusinessMembers,
    features: Features,
  ) {
    features.define('opportunities', 'opportunities.business');
  }

  /**
   * Returns the ID of the opportunity's business.
   * @throws Refusal NOT_FOUND unless the actor is a member; MEMBER_FROZEN
   */
  async requireOwn(actor: Actor, id: string): Promise<string> {
    const sql = `SELECT m.business_id AS "businessId"
      FROM opportunities.opportunity o JOIN opportunities.member m ON m.business_id = o.business_id
      WHERE o.id = $1 AND m.account_id = $2`;
    const [membership] = isUuid(id) ? await this.db.query<{ businessId: string }>(sql, [id, actor.accountId]) : [];
    if (!membership) throw notFound('This opportunity');
    await this.members.require(actor, membership.businessId);
    return membership.businessId;
  }

  /**
   * Requires that the business is approved and keeps it approved during the transaction.
   * @throws Refusal BUSINESS_NOT_APPROVED
   */
  async requireApproved(tx: Tx, businessId: string): Promise<void> {
    const [approved] = await tx.query(
      'SELECT FROM opportunities.business b WHERE b.id = $1 AND opportunities.is_approved(b, $2) FOR SHARE',
      [businessId, this.clock.now()],
    );
    if (!approved) throw new Refusal('BUSINESS_NOT_APPROVED', 'Only an approved business can post opportunities.');
  }
}
