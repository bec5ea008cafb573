import { Injectable } from '@nestjs/common';
import type { Actor } from '@upstander/identity';
import { Clock, Database, isUuid, notThere, Refusal, type Tx } from '@upstander/platform';

/** Whose a listing is: the people of its business. What is not theirs reads like what is not there. */
@Injectable()
export class ListingAccess {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal NOT_FOUND unless the actor is one of the people of this business, and not frozen. */
  async requireMember(actor: Actor, businessId: string): Promise<void> {
    const [member] = isUuid(businessId)
      ? await this.db.query(
          'SELECT FROM opportunities.member WHERE business_id = $1 AND account_id = $2 AND frozen_at IS NULL',
          [businessId, actor.accountId],
        )
      : [];
    if (!member) throw notThere('This business');
  }

  /** The business of a listing. @throws Refusal NOT_FOUND unless the actor is one of it. */
  async requireOwn(actor: Actor, id: string): Promise<string> {
    const [listing] = isUuid(id)
      ? await this.db.query<{ businessId: string }>(
          `SELECT l.business_id AS "businessId" FROM opportunities.listing l JOIN opportunities.member m ON m.business_id = l.business_id
           WHERE l.id = $1 AND m.account_id = $2 AND m.frozen_at IS NULL`,
          [id, actor.accountId],
        )
      : [];
    if (!listing) throw notThere('This listing');
    return listing.businessId;
  }

  /** @throws Refusal BUSINESS_NOT_APPROVED unless the business is approved now; it stays so for this transaction. */
  async requireApproved(tx: Tx, businessId: string): Promise<void> {
    const [approved] = await tx.query(
      `SELECT FROM opportunities.business
       WHERE id = $1 AND status = 'approved' AND approved_until >= ($2::timestamptz AT TIME ZONE 'UTC')::date FOR SHARE`,
      [businessId, this.clock.now()],
    );
    if (!approved) throw businessNotApproved();
  }
}

export function businessNotApproved(): Refusal {
  return new Refusal('BUSINESS_NOT_APPROVED', 'A listing needs a business that is approved now.');
}
