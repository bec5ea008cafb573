import { Injectable } from '@nestjs/common';
import { Ledger } from '@upstander/ledger';
import { Clock, Database, JobQueue, type Tx } from '@upstander/platform';
import type Stripe from 'stripe';
import { GiftBooking } from '../gifts/gift-booking.js';
import { ChargeLooks } from '../stripe/charge-looks.js';
import { idOf } from '../stripe/checkout.js';
import { ringAfterMoney } from '../stripe/money-bells.js';
import type { Applied } from '../stripe/stripe-events.js';
import { StripeGateway } from '../stripe/stripe-gateway.js';
import { closedStatuses, disputeDrafts, disputeSums } from './dispute-postings.js';

/** A dispute and its charge, as Stripe has them, and which look this was. */
export interface DisputeLook {
  dispute: Stripe.Dispute;
  charge: Stripe.Charge;
  /** Looks are numbered: one that was begun earlier does not undo a later one. */
  look: string;
}

/** Brings a dispute to what Stripe says: for webhooks and when reconciling. */
@Injectable()
export class DisputeSync {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly gateway: StripeGateway,
    private readonly ledger: Ledger,
    private readonly looks: ChargeLooks,
    private readonly booking: GiftBooking,
    private readonly queue: JobQueue,
  ) {}

  async look(id: string): Promise<DisputeLook | null> {
    const [row] = await this.db.query<{ look: string }>(`SELECT nextval('fundraising.dispute_look') AS look`);
    const dispute = await this.gateway.client.disputes.retrieve(id);
    const charge = idOf(dispute.charge);
    return charge ? { dispute, charge: await this.looks.charge(charge), look: row!.look } : null;
  }

  /** Looks and applies, in a transaction of its own. */
  async byId(id: string): Promise<void> {
    const look = await this.look(id);
    if (look) await this.db.transaction((tx) => this.apply(tx, look));
  }

  /** Books every movement of the dispute once, and where it stands now. */
  async apply(tx: Tx, { dispute, charge, look }: DisputeLook): Promise<Applied> {
    const gift = await this.looks.giftOf(tx, charge);
    if (!gift) return 'nothing-to-do';
    const posted = await this.ledger.post(tx, disputeDrafts(dispute, gift));
    const changed = await this.write(tx, gift.id, dispute, look);
    if (!changed && !posted.includes(true)) return 'nothing-to-do';
    await this.booking.settle(tx, [gift.id]);
    tx.afterCommit(() => ringAfterMoney(this.queue));
    return 'applied';
  }

  private async write(tx: Tx, giftId: string, dispute: Stripe.Dispute, look: string): Promise<boolean> {
    const { fee, feeReturned } = disputeSums(dispute);
    const due = dispute.evidence_details.due_by;
    const closed = closedStatuses.includes(dispute.status) ? this.clock.now() : null;
    const rows = await tx.query(
      `INSERT INTO fundraising.dispute AS d (gift_id, stripe_dispute_id, amount_minor, reason, status, fee_minor,
         fee_returned_minor, evidence_due_at, opened_at, closed_at, look)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
       ON CONFLICT (stripe_dispute_id) DO UPDATE SET amount_minor = excluded.amount_minor, reason = excluded.reason,
         status = excluded.status, fee_minor = excluded.fee_minor, fee_returned_minor = excluded.fee_returned_minor,
         evidence_due_at = excluded.evidence_due_at, look = excluded.look,
         closed_at = CASE WHEN excluded.closed_at IS NOT NULL THEN coalesce(d.closed_at, excluded.closed_at) END
       WHERE d.look < excluded.look RETURNING id`,
      [
        ...[giftId, dispute.id, dispute.amount, dispute.reason, dispute.status, fee, feeReturned],
        ...[due ? new Date(due * 1000) : null, new Date(dispute.created * 1000), closed, look],
      ],
    );
    return rows.length > 0;
  }
}
