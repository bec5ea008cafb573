import { Injectable } from '@nestjs/common';
import type { Actor } from '@upstander/identity';
import { typedText, violatedConstraint, type Tx } from '@upstander/platform';
import type { BusinessIdInput, BusinessReasonInput } from '../business.input.js';
import type { TransitionName } from '../transitions/business-transition.js';
import { BusinessTransitions, invalidTransition } from '../transitions/business-transitions.js';
import type { Business } from '../business.entity.js';
import type { ManagedBusiness } from '../managed-business.js';
import { ManagedBusinesses } from '../managed-businesses.js';
import { businessKnown } from '../business-store.js';
import { Approvals } from './approvals.js';
import { requireRound, VettingAccess } from './staff.js';

/** Repeating a decision has no effect. */
@Injectable()
export class BusinessReviews {
  constructor(
    private readonly staff: VettingAccess,
    private readonly transitions: BusinessTransitions,
    private readonly approvals: Approvals,
    private readonly reads: ManagedBusinesses,
  ) {}

  /** @throws Refusal NOT_FOUND, BUSINESS_STATUS, BUSINESS_CHANGED */
  async startReview(actor: Actor, input: BusinessIdInput): Promise<ManagedBusiness> {
    await this.staff.withBusiness(input.id, async (tx, business) => {
      requireRound(business, input.round);
      if (business.status === 'in_review') return;
      await this.transitions.apply(tx, business, 'taken', { actorId: actor.accountId });
    });
    return this.reads.findOne(actor, input.id);
  }

  /**
   * The second person's approval approves the business for a year.
   * @throws Refusal NOT_FOUND; BUSINESS_STATUS unless it is in review or being renewed; BUSINESS_CHANGED; OWN_BUSINESS;
   * EVIDENCE_MISSING
   */
  async approve(actor: Actor, input: BusinessIdInput): Promise<ManagedBusiness> {
    await this.staff.withBusiness(input.id, async (tx, business) => {
      requireRound(business, input.round);
      if (await this.approvals.hasApproved(tx, actor, business)) return;
      if (business.status !== 'in_review' && !business.renewing) throw invalidTransition(business.status);
      await this.staff.requireOther(tx, actor, business.id);
      await this.approvals.give(tx, actor, business);
    });
    return this.reads.findOne(actor, input.id);
  }

  /**
   * A business under renewal stays approved until its last day.
   * @throws Refusal NOT_FOUND; BUSINESS_STATUS; BAD_INPUT without a reason
   */
  requestChanges(actor: Actor, input: BusinessReasonInput): Promise<ManagedBusiness> {
    return this.decide(actor, input, 'changes_requested', (business) => {
      if (business.status === 'approved' && !business.renewing) throw invalidTransition(business.status);
    });
  }

  /** @throws Refusal NOT_FOUND; BUSINESS_STATUS; BAD_INPUT without a reason */
  refuse(actor: Actor, input: BusinessReasonInput): Promise<ManagedBusiness> {
    return this.decide(actor, input, 'refused');
  }

  /** Hides its opportunities immediately. @throws Refusal NOT_FOUND; BUSINESS_STATUS; BAD_INPUT without a reason */
  suspend(actor: Actor, input: BusinessReasonInput): Promise<ManagedBusiness> {
    return this.decide(actor, input, 'suspended');
  }

  /**
   * Returns a suspended or declined business to the queue, to be vetted from the beginning.
   * @throws Refusal NOT_FOUND; BUSINESS_STATUS; OWN_BUSINESS; BUSINESS_KNOWN if its number was registered again
   */
  async reinstate(actor: Actor, input: BusinessIdInput): Promise<ManagedBusiness> {
    const work = async (tx: Tx, business: Business) => {
      if (business.status === 'submitted') return;
      await this.staff.requireOther(tx, actor, business.id);
      await this.transitions.apply(tx, business, 'reinstated', { actorId: actor.accountId });
    };
    await this.staff.withBusiness(input.id, work).catch((error: unknown) => {
      throw violatedConstraint(error) === 'business_once' ? businessKnown() : error;
    });
    return this.reads.findOne(actor, input.id);
  }

  private async decide(
    actor: Actor,
    input: BusinessReasonInput,
    transition: TransitionName & ('changes_requested' | 'refused' | 'suspended'),
    check: (business: Business) => void = () => undefined,
  ): Promise<ManagedBusiness> {
    const reason = typedText('reason', input.reason, 2_000);
    await this.staff.withBusiness(input.id, async (tx: Tx, business) => {
      if (business.status === transition) return;
      check(business);
      await this.transitions.apply(tx, business, transition, { actorId: actor.accountId, reason });
    });
    return this.reads.findOne(actor, input.id);
  }
}
