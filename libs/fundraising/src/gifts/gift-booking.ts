import { Injectable } from '@nestjs/common';
import { Clock, type Tx } from '@upstander/platform';

/** One charge that Stripe made, as fundraising.book_payments reads it. */
export interface Payment {
  /** The gift it pays, as far as the charge says. */
  gift: string | null;
  charge: string;
  payment_intent: string | null;
  /** In minor units, as text or number. */
  amount: string | number;
  /** ISO code in capitals. */
  currency: string;
  happened: Date;
}

/**
 * What came of a payment: `applied` now, `there` already, `no-gift` (nothing was written), or money that is in the
 * ledger as unmatched, because the gift was paid by another charge or the amount is not the gift's.
 */
export type Booked = 'applied' | 'there' | 'no-gift' | 'second-charge' | 'charge-differs';

/** Writes payments of gifts: ledger, gift, totals and the first gift of a campaign, in one statement for all of them. */
@Injectable()
export class GiftBooking {
  constructor(private readonly clock: Clock) {}

  /** In the order of `payments`; the same charge any number of times is one. */
  async book(tx: Tx, payments: readonly Payment[]): Promise<Booked[]> {
    if (payments.length === 0) return [];
    const rows = await tx.query<{ outcome: Booked }>(
      'SELECT outcome FROM fundraising.book_payments($1, $2) ORDER BY ord',
      [JSON.stringify(payments.map((payment, ord) => ({ ord, ...payment }))), this.clock.now()],
    );
    return rows.map(({ outcome }) => outcome);
  }

  /** Works out anew what was given back or lost of these gifts, their states and the totals, from what is recorded. */
  async settle(tx: Tx, giftIds: readonly string[]): Promise<void> {
    await tx.query('SELECT fundraising.settle_gifts($1::uuid[])', [giftIds]);
  }
}
