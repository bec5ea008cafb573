import { Injectable } from '@nestjs/common';
import { GiftStatus } from '@upstander/accounting';
import type { LocaleName } from '@upstander/identity';
import { Outbox } from '@upstander/notifications';
import { statusesBefore, type Tx } from '@upstander/platform';
import type Stripe from 'stripe';

/** Reason for a failed payment: by a card while the donor waits, or by a bank days later (`byBank`). */
export interface Failure {
  code: string;
  byBank: boolean;
}

@Injectable()
export class FailedGifts {
  constructor(private readonly outbox: Outbox) {}

  /**
   * Marks an unpaid gift as failed. If a bank declined days later, the donor gets one email; a declined
   * card is shown on the page.
   * @returns true if the gift changed
   */
  async markFailed(tx: Tx, giftId: string | null, { code, byBank }: Failure): Promise<boolean> {
    const [gift] = await tx.query<{ id: string; email: string; locale: LocaleName }>(
      `UPDATE fundraising.gift g SET status = 'failed', failure_code = $2
       FROM fundraising.donor d
       WHERE g.id = $1 AND d.id = g.donor_id AND g.paid_at IS NULL AND (
         g.status = ANY ($3) OR (g.status = 'failed' AND g.failure_code IS DISTINCT FROM $2)
       ) RETURNING g.id, d.email, g.locale`,
      [giftId, code, statusesBefore(GiftStatus, 'failed')],
    );
    if (gift && byBank) {
      await this.outbox.add(tx, {
        key: `gift-failed/${gift.id}`,
        template: 'gift-failed',
        subjectId: gift.id,
        recipient: gift.email,
        locale: gift.locale,
      });
    }
    return gift !== undefined;
  }
}

export function failureOf(intent: Stripe.PaymentIntent): Failure | null {
  const error = intent.last_payment_error;
  if (!error || intent.status === 'succeeded' || intent.status === 'processing') return null;
  const type = error.payment_method?.type;
  return {
    code: error.decline_code ?? error.code ?? 'card_declined',
    byBank: type !== undefined && type !== 'card',
  };
}
