import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { Clock, Database, isUuid, JobQueue, orOneByOne, WriteBatcher } from '@upstander/platform';
import type Stripe from 'stripe';
import type { Booked, Payment } from '../gifts/gift-booking.js';
import { idOf } from './checkout.js';
import { enqueueAfterMoney } from './money-jobs.js';

/** A charge as it came by webhook. */
interface ChargeEvent extends Payment {
  event: string;
  type: string;
  created: Date;
}

/**
 * Where paid gifts come in by the thousand: what arrives while the database is at work goes together in its next call
 * (docs/decisions/order-independent-facts.md). No call to Stripe: the charge carries its gift.
 */
@Injectable()
export class ChargeIntake implements BeforeApplicationShutdown {
  private readonly batcher = new WriteBatcher<ChargeEvent, Booked>((events) => this.bookTogether(events));

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly queue: JobQueue,
  ) {}

  /** Durable when it answers. */
  takeCharge(event: Stripe.ChargeSucceededEvent): Promise<Booked> {
    return this.batcher.add({
      event: event.id,
      type: event.type,
      created: new Date(event.created * 1000),
      ...paymentOf(event.data.object, event.created),
    });
  }

  private async bookTogether(events: readonly ChargeEvent[]): Promise<Array<Booked | Error>> {
    const booked = await orOneByOne<ChargeEvent, Booked>(events, (some) => this.book(some));
    if (booked.some((outcome) => outcome === 'applied')) enqueueAfterMoney(this.queue);
    // Money of nobody, or of a recurring gift whose invoice is late: reading Stripe's list finds out.
    if (booked.some((outcome) => outcome === 'no-gift')) this.queue.ring('book-balance-transactions');
    return booked;
  }

  private async book(events: readonly ChargeEvent[]): Promise<Booked[]> {
    const rows = await this.db.named<{ outcome: Booked }>(
      'book-charges',
      'SELECT outcome FROM fundraising.book_charges($1, $2) ORDER BY ord',
      [JSON.stringify(events.map((event, ord) => ({ ord, ...event }))), this.clock.now()],
    );
    return rows.map(({ outcome }) => outcome);
  }

  /** Whoever was promised an answer gets it before the process leaves. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.batcher.idle();
  }
}

/**
 * What a charge says about the gift it pays. A card pays when it is charged; a bank days after it was asked: then the
 * event says when, or the line on Stripe's balance.
 * @param told when its money came, in Unix seconds, by whoever brought the news
 */
export function paymentOf(charge: Stripe.Charge, told?: number): Payment {
  const gift = charge.metadata['gift_id'];
  return {
    gift: isUuid(gift) ? gift : null,
    charge: charge.id,
    payment_intent: idOf(charge.payment_intent),
    amount: charge.amount_captured || charge.amount,
    currency: charge.currency.toUpperCase(),
    happened: new Date((byCard(charge) ? charge.created : (told ?? lineTime(charge) ?? charge.created)) * 1000),
  };
}

const byCard = ({ payment_method_details: how }: Stripe.Charge): boolean => !how || how.type === 'card';

function lineTime({ balance_transaction: line }: Stripe.Charge): number | undefined {
  return typeof line === 'object' ? line?.created : undefined;
}
