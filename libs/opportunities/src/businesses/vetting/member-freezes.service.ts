import { Injectable } from '@nestjs/common';
import { type Actor } from '@upstander/identity';
import { Clock, isUuid, notFound, type Tx } from '@upstander/platform';
import { insertBusinessEvent } from '../business-store.js';
import type { BusinessMemberInput } from '../business.input.js';
import type { ManagedBusiness } from '../managed-business.js';
import { ManagedBusinesses } from '../managed-businesses.js';
import { VettingAccess } from './staff.js';
import { BusinessMembership } from '../members/membership.entity.js';
import { MemberSeals } from '../members/member-seals.js';

/** Lets staff block a member from acting for a business, including its last owner. */
@Injectable()
export class MemberFreezes {
  constructor(
    private readonly staff: VettingAccess,
    private readonly clock: Clock,
    private readonly reads: ManagedBusinesses,
    private readonly seals: MemberSeals,
  ) {}

  /**
   * Idempotent.
   * @throws Refusal NOT_FOUND
   */
  async freeze(actor: Actor, input: BusinessMemberInput): Promise<ManagedBusiness> {
    await this.staff.withBusiness(input.businessId, (tx) => this.set(tx, actor, input, this.clock.now()));
    return this.reads.findOne(actor, input.businessId);
  }

  /** @throws Refusal NOT_FOUND, OWN_BUSINESS */
  async unfreeze(actor: Actor, input: BusinessMemberInput): Promise<ManagedBusiness> {
    await this.staff.withBusiness(input.businessId, async (tx) => {
      await this.staff.requireOther(tx, actor, input.businessId);
      await this.set(tx, actor, input, null);
    });
    return this.reads.findOne(actor, input.businessId);
  }

  private async set(tx: Tx, actor: Actor, { businessId, accountId }: BusinessMemberInput, at: Date | null) {
    if (!isUuid(accountId)) throw notFound('This person');
    const [member] = await tx.query<{ name: string; frozen: boolean }>(
      `SELECT name, frozen_at IS NOT NULL AS frozen FROM opportunities.member WHERE business_id = $1 AND account_id = $2`,
      [businessId, accountId],
    );
    if (!member) throw notFound('This person');
    if (member.frozen === (at !== null)) return;
    await tx.manager.update(BusinessMembership, { businessId, accountId }, { frozenBy: at && actor.accountId });
    await this.seals.update(tx, { businessId, accountId }, { frozenAt: at });
    const kind = at ? 'member_frozen' : 'member_unfrozen';
    await insertBusinessEvent(tx, {
      businessId,
      at: this.clock.now(),
      actorId: actor.accountId,
      kind,
      note: member.name,
    });
  }
}
