import { Injectable, type OnModuleInit } from '@nestjs/common';
import { StripeEvents } from '../stripe/stripe-events.js';
import { idOf } from '../stripe/checkout.js';
import { RefundSync, type RefundReading } from './refund-sync.js';

@Injectable()
export class RefundEvents implements OnModuleInit {
  constructor(
    private readonly events: StripeEvents,
    private readonly sync: RefundSync,
  ) {}

  onModuleInit(): void {
    this.events.register<RefundReading | null>({
      types: ['refund.created', 'refund.updated', 'refund.failed', 'charge.refunded', 'charge.refund.updated'],
      prepare: async (event) => {
        const charge = chargeOf(event.data.object as ChargeOrRefund);
        return charge ? this.sync.readRefunds(charge) : null;
      },
      apply: (tx, _event, reading) => (reading ? this.sync.apply(tx, reading) : Promise.resolve('nothing-to-do')),
    });
  }
}

type ChargeOrRefund = { object: string; id: string; charge?: string | { id: string } | null };

function chargeOf(object: ChargeOrRefund): string | null {
  return object.object === 'charge' ? object.id : idOf(object.charge);
}
