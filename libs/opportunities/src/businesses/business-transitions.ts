import { Injectable } from '@nestjs/common';
import { Clock, Refusal, type Tx } from '@upstander/platform';
import { businessTransitions, type TransitionName } from './business-transition.js';
import { dayOf, lockBusiness, insertBusinessEvent } from './business-store.js';
import type { Business } from './business.entity.js';
import type { BusinessStatus } from './business-status.js';
import { BusinessNotifier } from './mails/business-notifier.js';
import { ClosureListeners } from '../closures/closure-listeners.js';

export interface TransitionBy {
  actorId: string | null;
  /** Said to the business. */
  reason?: string;
  /** Where a transition may lead to more than one status. */
  to?: BusinessStatus;
  /** An approval is good for a year from this day. */
  yearFrom?: string;
  /** Further columns that change in the same statement. */
  set?: Readonly<Record<string, unknown>>;
}

/** The transitions of a business from status to status, as the list has them. */
@Injectable()
export class BusinessTransitions {
  constructor(
    private readonly clock: Clock,
    private readonly notifier: BusinessNotifier,
    private readonly closures: ClosureListeners,
  ) {}

  /**
   * Locks a business for a transition. One that lapsed by the calendar lapses here, if the job has not come to it yet: nobody
   * begins a transition from a status that is over.
   * @throws Refusal NOT_FOUND.
   */
  async lock(tx: Tx, id: string): Promise<Business> {
    const business = await lockBusiness(tx, id);
    const over = business.status === 'approved' && (business.approvedUntil ?? '') < dayOf(this.clock.now());
    if (!over) return business;
    await this.apply(tx, business, 'lapsed', { actorId: null, to: business.renewing ? 'submitted' : 'lapsed' });
    return lockBusiness(tx, id);
  }

  /**
   * Takes a locked business through a transition, writes it into the history, and notifies the owners where the transition has a mail.
   * @throws Refusal BUSINESS_STATUS when there is no such transition from here.
   */
  async apply(tx: Tx, business: Business, name: TransitionName, by: TransitionBy): Promise<void> {
    const found = businessTransitions.find(
      (transition) =>
        transition.name === name && transition.from === business.status && transition.to === (by.to ?? transition.to),
    );
    if (!found) throw notFromHere(business.status);
    if (found.needsReason && !by.reason) throw new Error(`The transition "${name}" needs a reason.`);
    const at = this.clock.now();
    const more = Object.keys(by.set ?? {});
    const changed = await tx.query(
      `UPDATE opportunities.business
       SET status = $2, status_reason = $3, updated_at = $4, renewing = $5, round = round + $6::integer,
         evidence_since = CASE WHEN $7 THEN round + 1 ELSE evidence_since END,
         submitted_at = CASE WHEN $8 THEN $4 ELSE submitted_at END,
         approved_until = CASE WHEN $9 THEN NULL ELSE coalesce($10::date + interval '1 year', approved_until) END
         ${more.map((column, i) => `, ${column} = $${i + 13}`).join('')}
       WHERE id = $1 AND status = $11 AND round = $12 RETURNING id`,
      [
        business.id,
        found.to,
        by.reason ?? '',
        at,
        found.renews ?? false,
        found.newRound ? 1 : 0,
        found.newRound === 'evidence',
        found.submits ?? false,
        found.endsApproval ?? false,
        by.yearFrom ?? null,
        business.status,
        business.round,
        ...more.map((column) => by.set?.[column]),
      ],
    );
    if (changed.length === 0) throw notFromHere(business.status);
    const event = await insertBusinessEvent(tx, {
      businessId: business.id,
      at,
      actorId: by.actorId,
      kind: name,
      from: business.status,
      to: found.to,
      note: by.reason,
    });
    if (found.to !== 'approved') this.closures.notifyAfterCommit(tx);
    if (found.mail) await this.notifier.notifyOwners(tx, found.mail, business.id, event);
  }
}

/** The refusal for a transition that does not begin where the business stands. */
export function notFromHere(status: BusinessStatus): Refusal {
  return new Refusal('BUSINESS_STATUS', 'That cannot be done with the business as it stands now.', { status });
}
