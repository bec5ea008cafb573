import { Injectable } from '@nestjs/common';
import { Clock, Refusal, type Tx } from '@upstander/platform';
import { businessTransitions, type TransitionName } from './business-transition.js';
import { dayOf, lockBusiness, insertBusinessEvent } from '../business-store.js';
import type { Business } from '../business.entity.js';
import type { BusinessStatus } from '../business-status.js';
import { BusinessNotifier } from '../mails/business-notifier.js';
import { ClosureListeners } from '../closure-listeners.js';

export interface TransitionBy {
  actorId: string | null;
  /** Shown to the business. */
  reason?: string;
  /** Required if the transition can lead to more than one status. */
  to?: BusinessStatus;
  /** First day of the year for which an approval is valid. */
  yearFrom?: string;
  /** Additional columns to update in the same statement. */
  set?: Readonly<Record<string, unknown>>;
}

@Injectable()
export class BusinessTransitions {
  constructor(
    private readonly clock: Clock,
    private readonly notifier: BusinessNotifier,
    private readonly closures: ClosureListeners,
  ) {}

  /**
   * Records an overdue lapse first, so no transition starts from an expired status.
   * @throws Refusal NOT_FOUND
   */
  async lock(tx: Tx, id: string): Promise<Business> {
    const business = await lockBusiness(tx, id);
    const hasLapsed = business.status === 'approved' && (business.approvedUntil ?? '') < dayOf(this.clock.now());
    if (!hasLapsed) return business;
    await this.apply(tx, business, 'lapsed', { actorId: null, to: business.renewing ? 'submitted' : 'lapsed' });
    return lockBusiness(tx, id);
  }

  /**
   * Applies a transition to a locked business, records it, and emails the owners if it has an email.
   * @throws Refusal BUSINESS_STATUS if the current status doesn't allow it
   */
  async apply(tx: Tx, business: Business, name: TransitionName, by: TransitionBy): Promise<void> {
    const transition = businessTransitions.find(
      (transition) =>
        transition.name === name && transition.from === business.status && transition.to === (by.to ?? transition.to),
    );
    if (!transition) throw invalidTransition(business.status);
    if (transition.needsReason && !by.reason) throw new Error(`The transition "${name}" needs a reason.`);
    const at = this.clock.now();
    const additionalColumns = Object.keys(by.set ?? {});
    const changed = await tx.query(
      `UPDATE opportunities.business
       SET status = $2, status_reason = $3, updated_at = $4, renewing = $5, round = round + $6::integer,
         evidence_since = CASE WHEN $7 THEN round + 1 ELSE evidence_since END,
         submitted_at = CASE WHEN $8 THEN $4 ELSE submitted_at END,
         approved_until = CASE WHEN $9 THEN NULL ELSE coalesce($10::date + interval '1 year', approved_until) END
         ${additionalColumns.map((column, i) => `, ${column} = $${i + 13}`).join('')}
       WHERE id = $1 AND status = $11 AND round = $12 RETURNING id`,
      [
        business.id,
        transition.to,
        by.reason ?? '',
        at,
        transition.renews ?? false,
        transition.newRound ? 1 : 0,
        transition.newRound === 'evidence',
        transition.submits ?? false,
        transition.endsApproval ?? false,
        by.yearFrom ?? null,
        business.status,
        business.round,
        ...additionalColumns.map((column) => by.set?.[column]),
      ],
    );
    if (changed.length === 0) throw invalidTransition(business.status);
    const event = await insertBusinessEvent(tx, {
      businessId: business.id,
      at,
      actorId: by.actorId,
      kind: name,
      from: business.status,
      to: transition.to,
      note: by.reason,
    });
    if (transition.to !== 'approved') this.closures.notifyAfterCommit(tx);
    if (transition.mail) await this.notifier.notifyOwners(tx, transition.mail, business.id, event, {});
  }
}

export function invalidTransition(status: BusinessStatus): Refusal {
  return new Refusal('BUSINESS_STATUS', 'You can’t do that with this business’s current status.', { status });
}
