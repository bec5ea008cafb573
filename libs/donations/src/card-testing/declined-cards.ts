import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Applied, StripeEvents } from '@upstander/payments';
import type { Tx } from '@upstander/platform';
import type Stripe from 'stripe';
import { CardTesting } from './card-testing.service.js';

/** Stripe's description of a renewal charge. An expired card on a renewal is no attack. */
const renewal = 'Subscription update';

@Injectable()
export class DeclinedCards implements OnModuleInit {
  constructor(
    private readonly events: StripeEvents,
    private readonly testing: CardTesting,
  ) {}

  onModuleInit(): void {
    this.events.register({ types: ['charge.failed'], apply: (tx, event) => this.count(tx, event) });
  }

  private count(tx: Tx, event: Stripe.Event): Promise<Applied> {
    if (event.type !== 'charge.failed' || event.data.object.description === renewal) {
      return Promise.resolve('nothing-to-do');
    }
    this.testing.declined(tx, new Date(event.created * 1000));
    return Promise.resolve('applied');
  }
}
