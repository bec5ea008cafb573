import { Injectable } from '@nestjs/common';
import { Clock, Refusal, type Tx } from '@upstander/platform';
import { dayOf, holdBusiness, noteEvent } from './business-store.js';
import type { Business } from './business.entity.js';
import type { BusinessStatus } from './business-status.js';
import { BusinessPost } from './mails/business-post.js';
import type { BusinessMailName } from './mails/business-mail.js';

/** What a step is called: the words of `opportunities.business_step`, and of the history. */
export type StepName =
  | 'taken'
  | 'approved'
  | 'changes_requested'
  | 'refused'
  | 'suspended'
  | 'reinstated'
  | 'handed_in'
  | 'changed'
  | 'lapsed'
  | 'approval_undone';

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

interface Step {
  to: BusinessStatus;
  needsReason: boolean;
  mail: BusinessMailName | null;
}

/** The way of a business from state to state. Which steps there are, and what each does, is data. */
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
    const found = await this.find(tx, business, step, by.to);
    if (!found) throw notFromHere(business.status);
    if (found.needsReason && !by.reason) throw new Error(`The step "${step}" needs a reason.`);
    const at = this.clock.now();
    const more = Object.keys(by.set ?? {});
    const changed = await tx.query(
      `UPDATE opportunities.business b
       SET status = s.to_status, status_reason = $4, updated_at = $5, renewing = s.renews,
         round = b.round + s.new_round::integer,
         evidence_since = CASE WHEN s.new_evidence THEN b.round + 1 ELSE b.evidence_since END,
         submitted_at = CASE WHEN s.hands_in THEN $5 ELSE b.submitted_at END,
         approved_until = CASE WHEN s.ends_approval THEN NULL ELSE coalesce($6::date + interval '1 year', b.approved_until) END
         ${more.map((column, i) => `, ${column} = $${i + 9}`).join('')}
       FROM opportunities.business_step s
       WHERE b.id = $1 AND s.step = $2 AND s.from_status = b.status AND s.to_status = $3
         AND b.status = $7 AND b.round = $8
       RETURNING b.id`,
      [
        ...[business.id, step, found.to, by.reason ?? '', at, by.yearFrom ?? null, business.status, business.round],
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

  private async find(tx: Tx, business: Business, step: StepName, to?: BusinessStatus): Promise<Step | undefined> {
    const [found] = await tx.query<Step>(
      `SELECT to_status AS to, needs_reason AS "needsReason", mail FROM opportunities.business_step
       WHERE step = $1 AND from_status = $2 AND ($3::text IS NULL OR to_status = $3)`,
      [step, business.status, to ?? null],
    );
    return found;
  }
}

/** The refusal for a step that does not begin where the business stands. */
export function notFromHere(status: BusinessStatus): Refusal {
  return new Refusal('BUSINESS_STATUS', 'That cannot be done with the business as it stands now.', { status });
}
