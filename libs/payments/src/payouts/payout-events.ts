import { Injectable, type OnModuleInit } from '@nestjs/common';
import type Stripe from 'stripe';
import { StripeEvents } from '../stripe/stripe-events.js';
import { PayoutSync, type PayoutReading } from './payout-sync.js';

@Injectable()
export class PayoutEvents implements OnModuleInit {
  constructor(
    private readonly events: StripeEvents,
    private readonly sync: PayoutSync,
  ) {}

  onModuleInit(): void {
    this.events.register<PayoutReading>({
      types: [
        'payout.created',
        'payout.updated',
        'payout.paid',
        'payout.failed',
        'payout.canceled',
        'payout.reconciliation_completed',
      ],
      prepare: (event) => this.sync.readPayout((event.data.object as Stripe.Payout).id),
      apply: (tx, _event, reading) => this.sync.apply(tx, reading),
    });
  }
}
