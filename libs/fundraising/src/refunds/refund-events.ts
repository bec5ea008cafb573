import { Injectable, type OnModuleInit } from '@nestjs/common';
import { StripeEvents } from '../stripe/stripe-events.js';
import { idOf } from '../stripe/checkout.js';
import { RefundSync, type RefundLook } from './refund-sync.js';

/** What Stripe tells of refunds, ours and those made in its dashboard. */
@Injectable()
export class RefundEvents implements OnModuleInit {
  constructor(
    private readonly events: StripeEvents,
    private readonly sync: RefundSync,
  ) {}

  onModuleInit(): void {
    this.events.register<RefundLook | null>({
      types: ['refund.created', 'refund.updated', 'refund.failed', 'charge.refunded', 'charge.refund.updated'],
      prepare: async (event) => {
        const charge = chargeOf(event.data.object as ChargeOrRefund);
        return charge ? this.sync.look(charge) : null;
      },
      apply: (tx, _event, look) => (look ? this.sync.apply(tx, look) : Promise.resolve('nothing-to-do')),
    });
  }
}

type ChargeOrRefund = { object: string; id: string; charge?: string | { id: string } | null };

function chargeOf(object: ChargeOrRefund): string | null {
  return object.object === 'charge' ? object.id : idOf(object.charge);
}
