import { Injectable } from '@nestjs/common';
import { Ledger } from '@upstander/ledger';
import { Clock, Database, isUuid, JobQueue, type Tx } from '@upstander/platform';
import type Stripe from 'stripe';
import { GiftBooking } from '../booking/gift-booking.js';
import { ChargeReader } from '../stripe/charge-readings.js';
import { enqueuePaymentJobs } from '../booking/money-jobs.js';
import type { EventOutcome } from '../stripe/stripe-events.js';
import { hasLeftBalance, isFailed, refundDrafts, unmatchedRefundDrafts } from './refund-postings.js';
import { refundShares, type RefundShare } from './refund-shares.js';

export interface RefundReading {
  charge: Stripe.Charge;
  refunds: Stripe.Refund[];
}

/** Syncs the refunds of a charge from Stripe: for webhooks, after our own calls, and during reconciliation. */
@Injectable()
export class RefundSync {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly ledger: Ledger,
    private readonly readings: ChargeReader,
    private readonly booking: GiftBooking,
    private readonly queue: JobQueue,
  ) {}

  async readRefunds(chargeId: string): Promise<RefundReading> {
    const charge = await this.readings.charge(chargeId);
    return { charge, refunds: await this.readings.refundsOf(chargeId) };
  }

  async syncCharge(chargeId: string): Promise<void> {
    const reading = await this.readRefunds(chargeId);
    await this.db.transaction((tx) => this.apply(tx, reading));
  }

  /** Records each refund once, with its outcome. A reading older than the stored one changes nothing. */
  async apply(tx: Tx, { charge, refunds }: RefundReading): Promise<EventOutcome> {
    const gift = await this.readings.giftOf(tx, charge);
    if (!gift) {
      const posted = await this.ledger.post(tx, refunds.flatMap(unmatchedRefundDrafts));
      return posted.includes(true) ? 'applied' : 'nothing-to-do';
    }
    const sent = refunds.filter(hasLeftBalance);
    const shares = refundShares(
      gift,
      sent.map((refund) => ({ amountMinor: BigInt(refund.amount), failed: isFailed(refund) })),
    );
    const drafts = sent.flatMap((refund, i) => refundDrafts(refund, gift, shares[i]!));
    const posted = await this.ledger.post(tx, drafts);
    const changed = await this.write(tx, gift.id, refunds, new Map(sent.map(({ id }, i) => [id, shares[i]!])));
    if (!changed && !posted.includes(true)) return 'nothing-to-do';
    await this.booking.settle(tx, [gift.id]);
    tx.afterCommit(() => enqueuePaymentJobs(this.queue));
    return 'applied';
  }

  /**
   * Finds our row by Stripe's ID, or by our ID in the refund's metadata. Creates a row for a refund made in the
   * dashboard.
   */
  private async write(
    tx: Tx,
    giftId: string,
    refunds: readonly Stripe.Refund[],
    shares: ReadonlyMap<string, RefundShare>,
  ): Promise<boolean> {
    let changed = false;
    for (const refund of refunds) {
      const status = statusOf(refund);
      const finished = status === 'pending' ? null : this.clock.now();
      const ours = refund.metadata?.['refund_id'];
      const intended = shares.get(refund.id)?.intendedMinor ?? 0n;
      const found = await tx.query<{ id: string }>(
        `SELECT id FROM fundraising.refund
         WHERE stripe_refund_id = $1 OR (id = $2 AND gift_id = $3 AND stripe_refund_id IS NULL)`,
        [refund.id, isUuid(ours) ? ours : null, giftId],
      );
      const rows = await tx.query(
        found[0]
          ? `UPDATE fundraising.refund SET stripe_refund_id = $2, amount_minor = $3, intended_minor = $4, status = $5,
               finished_at = coalesce(finished_at, $6), failure_reason = $7
             WHERE id = $1 AND (stripe_refund_id IS NULL OR ${rank('$5')} > ${rank('status')}) RETURNING id`
          : `INSERT INTO fundraising.refund (gift_id, stripe_refund_id, amount_minor, intended_minor, status, finished_at,
               failure_reason, reason, requested_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, 'at-stripe', $8) RETURNING id`,
        [
          found[0]?.id ?? giftId,
          refund.id,
          refund.amount,
          intended,
          status,
          finished,
          refund.failure_reason ?? null,
          ...(found[0] ? [] : [new Date(refund.created * 1000)]),
        ],
      );
      changed ||= rows.length > 0;
    }
    return changed;
  }
}

/** Order of refund statuses; a refund never moves back. */
function rank(status: string): string {
  return `array_position(ARRAY['requested', 'pending', 'succeeded', 'failed'], ${status}::text)`;
}

function statusOf(refund: Stripe.Refund): 'pending' | 'succeeded' | 'failed' {
  if (isFailed(refund)) return 'failed';
  return refund.status === 'succeeded' ? 'succeeded' : 'pending';
}
