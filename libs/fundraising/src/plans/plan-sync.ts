import { Injectable } from '@nestjs/common';
import { Outbox, type NewMail } from '@upstander/notifications';
import { Clock, type Tx } from '@upstander/platform';
import { holdPlan, type HeldPlan } from './held-plan.js';
import type { Look } from './stripe-plans.js';
import { splitOf } from './subscription-facts.js';

/** A month that could not be charged. */
export interface Failure {
  invoiceId: string;
  code: string | null;
  at: Date;
}

/** Brings a plan to what its subscription at Stripe is; the one place that does. */
@Injectable()
export class PlanSync {
  constructor(
    private readonly clock: Clock,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Applies a look. One that is older than what the plan follows already changes nothing, so that events in any order
   * end in the same. The donor is told of a change of amount, of the end, and of a month that failed. False: no such
   * plan, or nothing new.
   */
  async apply(tx: Tx, { number, facts }: Look, failure?: Failure): Promise<boolean> {
    const plan = await holdPlan(tx, facts.planId);
    if (!plan) return false;
    if (number <= BigInt(plan.look)) return failure ? this.noteFailure(tx, plan, failure) : false;
    const known = { intended: BigInt(plan.intendedMinor), cover: BigInt(plan.coverMinor) };
    const split = facts.charged === null ? known : splitOf(facts.charged, [facts.split, known]);
    const amountChanged = split.intended !== known.intended || split.cover !== known.cover;
    const revision = plan.revision + (amountChanged ? 1 : 0);
    // Stripe tells of the failed month and of what became of the subscription one after the other.
    const status = failure && facts.status === 'active' ? 'past_due' : facts.status;
    const failing = status === 'past_due' || (status === 'stopped' && facts.endedByFailure);
    await tx.query(
      `UPDATE fundraising.plan SET look = $2, stripe_subscription_id = $3, status = $4, intended_minor = $5,
         cover_minor = $6, charged_minor = $7, revision = $8, next_charge_at = $9, stopped_at = $10,
         started_at = coalesce(started_at, CASE WHEN $4 NOT IN ('pending', 'expired') THEN $11::timestamptz END),
         failure_code = CASE WHEN $12 THEN coalesce($13, failure_code) END,
         failing_since = CASE WHEN $12 THEN coalesce(failing_since, $14) END
       WHERE id = $1`,
      [
        ...[plan.id, String(number), facts.subscriptionId, status, String(split.intended), String(split.cover)],
        ...[String(split.intended + split.cover), revision, facts.nextChargeAt, facts.stoppedAt, facts.startedAt],
        ...[failing, failure?.code ?? null, failure?.at ?? null],
      ],
    );
    const mails = [
      amountChanged && status !== 'stopped' && this.changed(plan, revision),
      status === 'stopped' && facts.stoppedAt && this.stopped(plan, facts.stoppedAt, facts.endedByFailure),
      failure && status === 'past_due' && this.failed(plan, failure),
    ].filter((mail): mail is NewMail => Boolean(mail));
    await this.outbox.add(tx, ...mails);
    return true;
  }

  /** A later look has told already that the card fails, but not why. */
  private async noteFailure(tx: Tx, plan: HeldPlan, failure: Failure): Promise<boolean> {
    if (plan.status !== 'past_due') return false;
    await tx.query(
      `UPDATE fundraising.plan SET failure_code = coalesce($2, failure_code), failing_since = coalesce(failing_since, $3)
       WHERE id = $1`,
      [plan.id, failure.code, failure.at],
    );
    await this.outbox.add(tx, this.failed(plan, failure));
    return true;
  }

  private changed(plan: HeldPlan, revision: number): NewMail {
    const before = { intended: plan.intendedMinor, cover: plan.coverMinor };
    return { ...this.mail(plan, 'plan-changed', String(revision)), data: { revision, before } };
  }

  private stopped(plan: HeldPlan, at: Date, byFailure: boolean): NewMail {
    const by = plan.stopRequestedAt ? 'us' : byFailure ? 'failure' : 'stripe';
    // Stopped once more after it was taken up again is another end: told by its own moment.
    return { ...this.mail(plan, 'plan-stopped', String(Math.floor(at.valueOf() / 1000))), data: { by } };
  }

  private failed(plan: HeldPlan, failure: Failure): NewMail {
    // Stripe tries again for days: one mail for the month, not one for each try.
    return this.mail(plan, 'plan-payment-failed', failure.invoiceId);
  }

  private mail(plan: HeldPlan, template: string, which: string): NewMail {
    return {
      key: `${template}/${plan.id}/${which}`,
      template,
      subjectId: plan.id,
      recipient: plan.email,
      locale: plan.locale,
      dueAt: this.clock.now(),
    };
  }
}
