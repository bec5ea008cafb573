import { Injectable } from '@nestjs/common';
import type { Tx } from '@upstander/platform';
import type Stripe from 'stripe';

export type EventOutcome = 'applied' | 'nothing-to-do';

export interface StripeEventHandler<Prepared = void> {
  /** Stripe's event types, for example `refund.updated`. */
  types: readonly Stripe.Event['type'][];
  /**
   * Runs before the transaction and reads the current object from Stripe. Events may arrive late, twice
   * and out of order.
   */
  prepare?(event: Stripe.Event): Promise<Prepared>;
  /**
   * Runs in the transaction that inserts the event's ID. Must be correct in any order and when repeated:
   * post to the ledger with an external reference and derive statuses from bookings.
   */
  apply(tx: Tx, event: Stripe.Event, prepared: Prepared): Promise<EventOutcome>;
}

/** Registry of event handlers. Each folder registers its own when its module starts. */
@Injectable()
export class StripeEvents {
  private readonly handlers = new Map<string, StripeEventHandler<unknown>[]>();

  /** If several handlers have the same type, all run in one transaction. */
  register<Prepared>(handler: StripeEventHandler<Prepared>): void {
    for (const type of handler.types) {
      const others = this.handlers.get(type) ?? [];
      this.handlers.set(type, [...others, handler as StripeEventHandler<unknown>]);
    }
  }

  /** Returns the handlers of a type. Events without handlers are stored and answered with 2xx. */
  handlersOf(type: string): readonly StripeEventHandler<unknown>[] {
    return this.handlers.get(type) ?? [];
  }

  /** Returns all handled types, which is what the Stripe endpoint should send. */
  types(): string[] {
    return [...this.handlers.keys()].sort();
  }
}
