import { Injectable } from '@nestjs/common';
import { Outbox, type MailDataByTemplate, type MailName } from '@upstander/notifications';
import type { Tx } from '@upstander/platform';
import { lockRecurringGift, type LockedRecurringGift } from './locked-recurring-gift.js';
import type { SubscriptionReading } from './stripe-subscriptions.js';
import { splitOf } from './subscription-facts.js';

export interface Failure {
  invoiceId: string;
  code: string | null;
  at: Date;
}

/** Updates recurring gifts to match their Stripe subscription. No other code does. */
@Injectable()
export class RecurringGiftSync {
  constructor(private readonly outbox: Outbox) {}

  /**
   * Applies a reading, unless a newer one was applied already, so events may arrive in any order. Emails
   * the donor about a new amount, the end, or a failed month.
   * @returns false if there is no such recurring gift or nothing new
   */
  async apply(tx: Tx, { number, facts }: SubscriptionReading, failure?: Failure): Promise<boolean> {
    const recurringGift = await lockRecurringGift(tx, facts.recurringGiftId);
    if (!recurringGift) return false;
    if (number <= BigInt(recurringGift.reading)) return failure ? this.noteFailure(tx, recurringGift, failure) : false;
    const knownSplit = { intended: BigInt(recurringGift.intendedMinor), cover: BigInt(recurringGift.coverMinor) };
    const split = facts.charged === null ? knownSplit : splitOf(facts.charged, [facts.split, knownSplit]);
    const amountChanged = split.intended !== knownSplit.intended || split.cover !== knownSplit.cover;
    const revision = recurringGift.revision + (amountChanged ? 1 : 0);
    // Stripe reports the failed month and the new subscription status in separate events.
    const status = failure && facts.status === 'active' ? 'past_due' : facts.status;
    const isFailing = status === 'past_due' || (status === 'stopped' && facts.endedByFailure);
    await tx.query(
      `UPDATE fundraising.recurring_gift SET reading = $2, stripe_subscription_id = $3, status = $4, intended_minor = $5,
         cover_minor = $6, charged_minor = $7, revision = $8, next_charge_at = $9, stopped_at = $10,
         started_at = coalesce(started_at, CASE WHEN $4 NOT IN ('pending', 'expired') THEN $11::timestamptz END),
         failure_code = CASE WHEN $12 THEN coalesce($13, failure_code) END,
         failing_since = CASE WHEN $12 THEN coalesce(failing_since, $14) END
       WHERE id = $1`,
      [
        recurringGift.id,
        String(number),
        facts.subscriptionId,
        status,
        String(split.intended),
        String(split.cover),
        String(split.intended + split.cover),
        revision,
        facts.nextChargeAt,
        facts.stoppedAt,
        facts.startedAt,
        isFailing,
        failure?.code ?? null,
        failure?.at ?? null,
      ],
    );
    if (amountChanged && status !== 'stopped') await this.notifyOfChange(tx, recurringGift, revision);
    if (status === 'stopped' && facts.stoppedAt)
      await this.notifyOfEnd(tx, recurringGift, facts.stoppedAt, facts.endedByFailure);
    if (failure && status === 'past_due') await this.notifyOfFailure(tx, recurringGift, failure);
    return true;
  }

  /** Adds the reason for a failure that a newer reading has already reported without one. */
  private async noteFailure(tx: Tx, recurringGift: LockedRecurringGift, failure: Failure): Promise<boolean> {
    if (recurringGift.status !== 'past_due') return false;
    await tx.query(
      `UPDATE fundraising.recurring_gift SET failure_code = coalesce($2, failure_code), failing_since = coalesce(failing_since, $3)
       WHERE id = $1`,
      [recurringGift.id, failure.code, failure.at],
    );
    await this.notifyOfFailure(tx, recurringGift, failure);
    return true;
  }

  private notifyOfChange(tx: Tx, recurringGift: LockedRecurringGift, revision: number): Promise<void> {
    const before = { intended: recurringGift.intendedMinor, cover: recurringGift.coverMinor };
    return this.notify(tx, recurringGift, 'recurring-gift-changed', String(revision), { revision, before });
  }

  private notifyOfEnd(tx: Tx, recurringGift: LockedRecurringGift, at: Date, byFailure: boolean): Promise<void> {
    const by = recurringGift.stopRequestedAt ? 'us' : byFailure ? 'failure' : 'stripe';
    // The time is part of the key, because a resumed gift can be stopped again.
    const part = String(Math.floor(at.valueOf() / 1000));
    return this.notify(tx, recurringGift, 'recurring-gift-stopped', part, { by });
  }

  private notifyOfFailure(tx: Tx, recurringGift: LockedRecurringGift, failure: Failure): Promise<void> {
    // Stripe retries for days. The donor gets one email per month, not one per attempt.
    return this.notify(tx, recurringGift, 'recurring-gift-payment-failed', failure.invoiceId, {});
  }

  private async notify<Name extends MailName>(
    tx: Tx,
    recurringGift: LockedRecurringGift,
    template: Name,
    part: string,
    data: MailDataByTemplate[Name],
  ): Promise<void> {
    await this.outbox.add(tx, {
      key: `${template}/${recurringGift.id}/${part}`,
      template,
      subjectId: recurringGift.id,
      recipient: recurringGift.email,
      locale: recurringGift.locale,
      data,
    });
  }
}
