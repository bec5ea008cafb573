import { Injectable, type OnModuleInit } from '@nestjs/common';
import { GiftStatus } from '@upstander/accounting';
import { type Applied, idOf, StripeEvents, StripeGateway } from '@upstander/payments';
import { isUuid, statusesBefore, type Tx } from '@upstander/platform';
import type Stripe from 'stripe';
import { FailedGifts, failureOf } from './failed-gifts.js';

@Injectable()
export class PaymentEvents implements OnModuleInit {
  constructor(
    private readonly events: StripeEvents,
    private readonly gateway: StripeGateway,
    private readonly failed: FailedGifts,
  ) {}

  onModuleInit(): void {
    const intentOf = async (id: string | null) =>
      id ? this.gateway.client.paymentIntents.retrieve(id) : Promise.resolve(null);
    this.events.register<Stripe.PaymentIntent | null>({
      types: ['checkout.session.completed', 'checkout.session.async_payment_failed'],
      // Paid sessions are booked by their charge. For the others, the payment intent has the current status.
      prepare: (event) => {
        const session = event.data.object as Stripe.Checkout.Session;
        return session.payment_status === 'unpaid' ? intentOf(idOf(session.payment_intent)) : Promise.resolve(null);
      },
      apply: (tx, event, intent) => this.applyCompleted(tx, event.data.object as Stripe.Checkout.Session, intent),
    });
    this.events.register({
      types: ['checkout.session.expired'],
      apply: (tx, event) => this.changeStatus(tx, giftIdOf(event.data.object as Stripe.Checkout.Session), 'expired'),
    });
    this.events.register<Stripe.PaymentIntent | null>({
      types: ['payment_intent.payment_failed'],
      prepare: (event) => intentOf((event.data.object as Stripe.PaymentIntent).id),
      apply: (tx, _event, intent) => (intent ? this.applyFailure(tx, intent) : Promise.resolve('nothing-to-do')),
    });
  }

  private async applyCompleted(
    tx: Tx,
    session: Stripe.Checkout.Session,
    intent: Stripe.PaymentIntent | null,
  ): Promise<Applied> {
    if (session.mode !== 'payment') return 'nothing-to-do';
    if (intent?.status === 'processing') return this.changeStatus(tx, giftIdOf(session), 'processing');
    return intent ? this.applyFailure(tx, intent) : 'nothing-to-do';
  }

  /**
   * Records a declined payment, by a card immediately or by a bank days later. The donor may retry on
   * the same page.
   */
  private async applyFailure(tx: Tx, intent: Stripe.PaymentIntent): Promise<Applied> {
    const failure = failureOf(intent);
    const changed = failure !== null && (await this.failed.markFailed(tx, giftIdOf(intent), failure));
    return changed ? 'applied' : 'nothing-to-do';
  }

  private async changeStatus(tx: Tx, gift: string | null, to: 'processing' | 'expired'): Promise<Applied> {
    const rows = await tx.query(
      'UPDATE fundraising.gift SET status = $2 WHERE id = $1 AND paid_at IS NULL AND status = ANY ($3) RETURNING id',
      [gift, to, statusesBefore(GiftStatus, to)],
    );
    return rows.length > 0 ? 'applied' : 'nothing-to-do';
  }
}

export function giftIdOf(object: { metadata: Stripe.Metadata | null }): string | null {
  const id = object.metadata?.['gift_id'];
  return isUuid(id) ? id : null;
}
