import { Injectable, type OnModuleInit } from '@nestjs/common';
import { insertRowOnce, type Tx } from '@upstander/platform';
import type Stripe from 'stripe';
import { ChargeReader } from '../stripe/charge-readings.js';
import { idOf } from '../stripe/checkout.js';
import { StripeEvents, type EventOutcome } from '../stripe/stripe-events.js';
import { FraudWarning } from './fraud-warning.entity.js';
import { DisputeSync, type DisputeReading } from './dispute-sync.js';

@Injectable()
export class DisputeEvents implements OnModuleInit {
  constructor(
    private readonly events: StripeEvents,
    private readonly sync: DisputeSync,
    private readonly readings: ChargeReader,
  ) {}

  onModuleInit(): void {
    this.events.register<DisputeReading | null>({
      types: [
        'charge.dispute.created',
        'charge.dispute.updated',
        'charge.dispute.closed',
        'charge.dispute.funds_withdrawn',
        'charge.dispute.funds_reinstated',
      ],
      prepare: (event) => this.sync.readDispute((event.data.object as Stripe.Dispute).id),
      apply: (tx, _event, reading) => (reading ? this.sync.apply(tx, reading) : Promise.resolve('nothing-to-do')),
    });
    this.events.register<Stripe.Charge | null>({
      types: ['radar.early_fraud_warning.created'],
      prepare: async (event) => {
        const charge = idOf((event.data.object as Stripe.Radar.EarlyFraudWarning).charge);
        return charge ? this.readings.charge(charge) : null;
      },
      apply: (tx, event, charge) => this.recordWarning(tx, event.data.object as Stripe.Radar.EarlyFraudWarning, charge),
    });
  }

  /** Records a fraud warning for staff. A refund now may avoid a dispute and its fee. */
  private async recordWarning(
    tx: Tx,
    warning: Stripe.Radar.EarlyFraudWarning,
    charge: Stripe.Charge | null,
  ): Promise<EventOutcome> {
    const gift = charge && (await this.readings.giftOf(tx, charge));
    if (!gift) return 'nothing-to-do';
    const made = await insertRowOnce(tx.manager, FraudWarning, {
      stripeWarningId: warning.id,
      giftId: gift.id,
      fraudType: warning.fraud_type,
      warnedAt: new Date(warning.created * 1000),
    });
    return made ? 'applied' : 'nothing-to-do';
  }
}
