import { Injectable } from '@nestjs/common';
import { Clock, Refusal, type Tx } from '@upstander/platform';
import { businessSteps, type StepName } from './business-step.js';
import { dayOf, holdBusiness, noteEvent } from './business-store.js';
import type { Business } from './business.entity.js';
import type { BusinessStatus } from './business-status.js';
import { BusinessPost } from './mails/business-post.js';

export interface StepBy {
  actorId: string | null;
  /** Said to the business. */
  reason?: string;
  /** Where a step may lead to more than one state. */
  to?: BusinessStatus;
  /** An approval is good for a year from this day. */
  yearFrom?: string;
  /** Further columns that change in the same statement. */
  set?: Readonly<Record<string, unknown>>;
}

/** The way of a business from state to state, by the steps there are. */
@Injectable()
export class BusinessSteps {
  constructor(
    private readonly clock: Clock,
    private readonly post: BusinessPost,
  ) {}

  /**
   * Holds a business for a step. One that lapsed by the calendar lapses here, if the job has not come to it yet: nobody
   * takes a step from a state that is over.
   * @throws Refusal NOT_FOUND.
   */
  async hold(tx: Tx, id: string): Promise<Business> {
    const business = await holdBusiness(tx, id);
    const over = business.status === 'approved' && (business.approvedUntil ?? '') < dayOf(this.clock.now());
    if (!over) return business;
    await this.take(tx, business, 'lapsed', { actorId: null, to: business.renewing ? 'submitted' : 'lapsed' });
    return holdBusiness(tx, id);
  }

  /**
   * Takes a step with a business that is held, writes it down and tells the owners where the step has a mail.
   * @throws Refusal BUSINESS_STATUS when there is no such step from here.
   */
  async take(tx: Tx, business: Business, step: StepName, by: StepBy): Promise<void> {
    const found = businessSteps.find(
      ({ step: name, from, to }) => name === step && from === business.status && to === (by.to ?? to),
    );
    if (!found) throw notFromHere(business.status);
    if (found.needsReason && !by.reason) throw new Error(`The step "${step}" needs a reason.`);
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
        ...[business.id, found.to, by.reason ?? '', at, found.renews ?? false, found.newRound ? 1 : 0],
        ...[found.newRound === 'evidence', found.handsIn ?? false, found.endsApproval ?? false, by.yearFrom ?? null],
        ...[business.status, business.round],
        ...more.map((column) => by.set?.[column]),
      ],
    );
    if (changed.length === 0) throw notFromHere(business.status);
    const event = await noteEvent(tx, {
      businessId: business.id,
      at,
      actorId: by.actorId,
      kind: step,
      from: business.status,
      to: found.to,
      note: by.reason,
    });
    if (found.mail) await this.post.toOwners(tx, found.mail, business.id, event);
  }
}

/** The refusal for a step that does not begin where the business stands. */
export function notFromHere(status: BusinessStatus): Refusal {
  return new Refusal('BUSINESS_STATUS', 'That cannot be done with the business as it stands now.', { status });
}
