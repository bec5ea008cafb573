import { Injectable } from '@nestjs/common';
import { Ledger } from '@upstander/ledger';
import { Clock, Database, JobQueue, type Tx } from '@upstander/platform';
import type Stripe from 'stripe';
import { GiftBooking } from '../booking/gift-booking.js';
import { ChargeReader } from '../stripe/charge-readings.js';
import { idOf } from '../stripe/checkout.js';
import { enqueuePaymentJobs } from '../booking/money-jobs.js';
import type { EventOutcome } from '../stripe/stripe-events.js';
import { StripeGateway } from '../stripe/stripe-gateway.js';
import { closedStatuses, disputeDrafts, disputeSums } from './dispute-postings.js';

export interface DisputeReading {
  dispute: Stripe.Dispute;
  charge: Stripe.Charge;
  /** Sequence number, so that an older reading can't overwrite a newer one. */
  reading: string;
}

@Injectable()
export class DisputeSync {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly gateway: StripeGateway,
    private readonly ledger: Ledger,
    private readonly readings: ChargeReader,
    private readonly booking: GiftBooking,
    private readonly queue: JobQueue,
  ) {}

  async readDispute(id: string): Promise<DisputeReading | null> {
    const [row] = await this.db.query<{ reading: string }>(`SELECT nextval('fundraising.dispute_reading') AS reading`);
    const dispute = await this.gateway.client.disputes.retrieve(id);
    const charge = idOf(dispute.charge);
    return charge ? { dispute, charge: await this.readings.charge(charge), reading: row!.reading } : null;
  }

  async byId(id: string): Promise<void> {
    const reading = await this.readDispute(id);
    if (reading) await this.db.transaction((tx) => this.apply(tx, reading));
  }

  /** Books each movement of the dispute once and stores its current status. */
  async apply(tx: Tx, { dispute, charge, reading }: DisputeReading): Promise<EventOutcome> {
    const gift = await this.readings.giftOf(tx, charge);
    if (!gift) return 'nothing-to-do';
    const posted = await this.ledger.post(tx, disputeDrafts(dispute, gift));
    const changed = await this.write(tx, gift.id, dispute, reading);
    if (!changed && !posted.includes(true)) return 'nothing-to-do';
    await this.booking.settle(tx, [gift.id]);
    tx.afterCommit(() => enqueuePaymentJobs(this.queue));
    return 'applied';
  }

  private async write(tx: Tx, giftId: string, dispute: Stripe.Dispute, reading: string): Promise<boolean> {
    const { fee, feeReturned } = disputeSums(dispute);
    const due = dispute.evidence_details.due_by;
    const closed = closedStatuses.includes(dispute.status) ? this.clock.now() : null;
    const rows = await tx.query(
      `INSERT INTO fundraising.dispute AS d (gift_id, stripe_dispute_id, amount_minor, reason, status, fee_minor,
         fee_returned_minor, evidence_due_at, opened_at, closed_at, reading)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
       ON CONFLICT (stripe_dispute_id) DO UPDATE SET amount_minor = excluded.amount_minor, reason = excluded.reason,
         status = excluded.status, fee_minor = excluded.fee_minor, fee_returned_minor = excluded.fee_returned_minor,
         evidence_due_at = excluded.evidence_due_at, reading = excluded.reading,
         closed_at = CASE WHEN excluded.closed_at IS NOT NULL THEN coalesce(d.closed_at, excluded.closed_at) END
       WHERE d.reading < excluded.reading RETURNING id`,
      [
        giftId,
        dispute.id,
        dispute.amount,
        dispute.reason,
        dispute.status,
        fee,
        feeReturned,
        due ? new Date(due * 1000) : null,
        new Date(dispute.created * 1000),
        closed,
        reading,
      ],
    );
    return rows.length > 0;
  }
}
