import { Injectable } from '@nestjs/common';
import { Clock, type Tx } from '@upstander/platform';

/** A Stripe charge, as input of fundraising.book_payments. */
export interface Payment {
  gift: string | null;
  charge: string;
  payment_intent: string | null;
  amount: string | number;
  /** ISO code in uppercase. */
  currency: string;
  happened: Date;
}

/**
 * Outcome of a payment: `applied`, `there` (already booked), `no-gift` (nothing written), or booked as
 * unmatched money because another charge paid the gift (`second-charge`) or the amount is wrong (`charge-differs`).
 */
export type BookingOutcome = 'applied' | 'there' | 'no-gift' | 'second-charge' | 'charge-differs';

/** Books payments of gifts in the ledger, the gift, the totals and the campaign, in one statement per batch. */
@Injectable()
export class GiftBooking {
  constructor(private readonly clock: Clock) {}

  /** Returns an outcome for each payment, in the same order. Booking the same charge again has no effect. */
  async book(tx: Tx, payments: readonly Payment[]): Promise<BookingOutcome[]> {
    if (payments.length === 0) return [];
    const rows = await tx.query<{ outcome: BookingOutcome }>(
      'SELECT outcome FROM fundraising.book_payments($1, $2) ORDER BY ord',
      [JSON.stringify(payments.map((payment, ord) => ({ ord, ...payment }))), this.clock.now()],
    );
    return rows.map(({ outcome }) => outcome);
  }

  /** Recalculates refunded and lost amounts, statuses and totals of these gifts from the recorded facts. */
  async settle(tx: Tx, giftIds: readonly string[]): Promise<void> {
    await tx.query('SELECT fundraising.settle_gifts($1::uuid[])', [giftIds]);
  }
}
