import { Injectable } from '@nestjs/common';
import type { Actor } from '@upstander/identity';
import { Clock, Database, Refusal, snakeCase, violatedConstraint, type Tx } from '@upstander/platform';
import { BusinessTransitions, invalidTransition } from '../transitions/business-transitions.js';
import { businessKnown, dayOf, insertBusinessEvent } from '../business-store.js';
import { Business } from '../business.entity.js';
import type { BusinessIdInput, UpdateBusinessInput } from '../business.input.js';
import { BusinessMembers, ownersOnlyRefusal } from '../members/business-members.js';
import type { MyBusiness } from '../my-business.js';
import { canResubmit, MyBusinesses } from '../my-businesses.js';
import { changedFields, readBusiness } from '../vetted-fields.js';
import { websiteFrom } from '../website.js';

@Injectable()
export class BusinessEdits {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly transitions: BusinessTransitions,
    private readonly members: BusinessMembers,
    private readonly reads: MyBusinesses,
  ) {}

  /**
   * Changing a vetted field resubmits it and hides its opportunities immediately.
   * @throws Refusal NOT_FOUND; MEMBER_FROZEN; OWNERS_ONLY for a vetted field; BUSINESS_STATUS if declined or suspended;
   * BAD_INPUT; BUSINESS_KNOWN
   */
  async update(actor: Actor, input: UpdateBusinessInput): Promise<MyBusiness> {
    await this.members.require(actor, input.id);
    await this.db
      .transaction((tx) => this.change(tx, actor, input))
      .catch((error: unknown) => {
        throw violatedConstraint(error) === 'business_once' ? businessKnown() : error;
      });
    return this.reads.findOne(actor, input.id);
  }

  /**
   * Resubmits a business after changes or a lapse, or renews an approval near its end. Idempotent.
   * @throws Refusal NOT_FOUND, MEMBER_FROZEN, OWNERS_ONLY, BUSINESS_STATUS, TOO_EARLY_TO_RENEW
   */
  async resubmit(actor: Actor, input: BusinessIdInput): Promise<MyBusiness> {
    await this.members.require(actor, input.id);
    await this.db.transaction(async (tx) => {
      const business = await this.transitions.lock(tx, input.id);
      await this.members.require(actor, input.id, { role: 'owner', tx });
      if (business.status === 'submitted' || business.status === 'in_review' || business.renewing) return;
      const isEarly = business.status === 'approved' && !canResubmit(business, dayOf(this.clock.now()));
      if (isEarly) throw tooEarlyRefusal(business.approvedUntil);
      await this.transitions.apply(tx, business, 'resubmitted', { actorId: actor.accountId });
    });
    return this.reads.findOne(actor, input.id);
  }

  private async change(tx: Tx, actor: Actor, input: UpdateBusinessInput): Promise<void> {
    const business = await this.transitions.lock(tx, input.id);
    // Checked again under the lock: an owner may have removed this member in the meantime.
    const { role } = await this.members.require(actor, input.id, { tx });
    if (business.status === 'refused' || business.status === 'suspended') throw invalidTransition(business.status);
    const after = readBusiness(input, business);
    const changed = changedFields(business, after);
    if (changed.length > 0 && role !== 'owner') throw ownersOnlyRefusal();
    if (after.offers !== business.offers) await this.setOffers(tx, actor, business, after.offers);
    if (changed.length === 0) return;
    const columns = Object.fromEntries(changed.map((field) => [snakeCase(field), after[field]]));
    const set = { ...columns, mail_domain: websiteFrom(after.website).mailDomain };
    await this.transitions.apply(tx, business, 'changed', { actorId: actor.accountId, set });
  }

  private async setOffers(tx: Tx, actor: Actor, business: Business, offers: string): Promise<void> {
    const at = this.clock.now();
    await tx.manager.update(Business, business.id, { offers, updatedAt: at });
    await insertBusinessEvent(tx, { businessId: business.id, at, actorId: actor.accountId, kind: 'edited' });
  }
}

function tooEarlyRefusal(approvedUntil: string | null): Refusal {
  return new Refusal('TOO_EARLY_TO_RENEW', 'This approval is still valid for a while. You can renew it near its end.', {
    approvedUntil,
  });
}
