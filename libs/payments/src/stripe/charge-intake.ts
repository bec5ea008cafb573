import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { Clock, Database, isUuid, JobQueue, runBatchWithFallback, WriteBatcher } from '@upstander/platform';
import type Stripe from 'stripe';
import type { BookingOutcome, Payment } from '../booking/gift-booking.js';
import { idOf } from './checkout.js';
import { enqueuePaymentJobs } from '../booking/money-jobs.js';

interface ChargeEvent extends Payment {
  event: string;
  type: string;
  created: Date;
}

/**
 * Books paid gifts in batches: charges that arrive during a database call are booked by the next one
 * (docs/decisions/stripe-event-order.md). The charge carries its gift ID, so no call to Stripe is needed.
 */
@Injectable()
export class ChargeIntake implements BeforeApplicationShutdown {
  private readonly batcher = new WriteBatcher<ChargeEvent, BookingOutcome>((events) => this.bookTogether(events));

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly queue: JobQueue,
  ) {}

  /** Committed when the promise resolves. */
  bookCharge(event: Stripe.ChargeSucceededEvent): Promise<BookingOutcome> {
    return this.batcher.add({
      event: event.id,
      type: event.type,
      created: new Date(event.created * 1000),
      ...paymentOf(event.data.object, event.created),
    });
  }

  private async bookTogether(events: readonly ChargeEvent[]): Promise<Array<BookingOutcome | Error>> {
    const booked = await runBatchWithFallback<ChargeEvent, BookingOutcome>(events, (some) => this.book(some));
    if (booked.some((outcome) => outcome === 'applied')) enqueuePaymentJobs(this.queue);
    // Unknown money, or a recurring gift with a late invoice. Reading the balance transactions resolves both.
    if (booked.some((outcome) => outcome === 'no-gift')) this.queue.enqueue('book-balance-transactions');
    return booked;
  }

  private async book(events: readonly ChargeEvent[]): Promise<BookingOutcome[]> {
    const rows = await this.db.queryNamed<{ outcome: BookingOutcome }>(
      'book-charges',
      'SELECT outcome FROM fundraising.book_charges($1, $2) ORDER BY ord',
      [JSON.stringify(events.map((event, ord) => ({ ord, ...event }))), this.clock.now()],
    );
    return rows.map(({ outcome }) => outcome);
  }

  /** Flushes pending charges before shutdown. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.batcher.idle();
  }
}

/**
 * Converts a charge to a payment. A card pays immediately; a bank pays days later, at the time of the
 * event or of the balance transaction.
 * @param paidAt Unix time of the payment, in seconds, from the event
 */
export function paymentOf(charge: Stripe.Charge, paidAt?: number): Payment {
  const gift = charge.metadata['gift_id'];
  return {
    gift: isUuid(gift) ? gift : null,
    charge: charge.id,
    payment_intent: idOf(charge.payment_intent),
    amount: charge.amount_captured || charge.amount,
    currency: charge.currency.toUpperCase(),
    happened: new Date((byCard(charge) ? charge.created : (paidAt ?? lineTime(charge) ?? charge.created)) * 1000),
  };
}

const byCard = ({ payment_method_details: details }: Stripe.Charge): boolean => !details || details.type === 'card';

function lineTime({ balance_transaction: line }: Stripe.Charge): number | undefined {
  return typeof line === 'object' ? line?.created : undefined;
}
