import { Injectable } from '@nestjs/common';
import type { Tx } from '@upstander/platform';
import type Stripe from 'stripe';

export type Applied = 'applied' | 'nothing-to-do';

/** What is done about events of some types. */
export interface StripeEventHandler<Prepared = void> {
  /** The types, in Stripe's words: `refund.updated`. */
  types: readonly Stripe.Event['type'][];
  /**
   * Before the transaction: fetches from Stripe what the event is about, where order matters. Events come late, twice
   * and in any order; the object says how things are now.
   */
  prepare?(event: Stripe.Event): Promise<Prepared>;
  /**
   * Inside the transaction in which the event's id is inserted. Must be right in any order and any number of times:
   * post to the ledger by an external reference, and derive states from what is booked.
   */
  apply(tx: Tx, event: Stripe.Event, prepared: Prepared): Promise<Applied>;
}

/** Who does what about which event. A library folder registers its handlers when its module starts. */
@Injectable()
export class StripeEvents {
  private readonly handlers = new Map<string, StripeEventHandler<unknown>[]>();

  /** Several may care about one type: each is called, in one transaction. */
  register<Prepared>(handler: StripeEventHandler<Prepared>): void {
    for (const type of handler.types) {
      const others = this.handlers.get(type) ?? [];
      this.handlers.set(type, [...others, handler as StripeEventHandler<unknown>]);
    }
  }

  /** Empty for a type nobody cares about: such an event is stored and answered 2xx all the same. */
  handlersOf(type: string): readonly StripeEventHandler<unknown>[] {
    return this.handlers.get(type) ?? [];
  }

  /** Every type somebody cares about: what the endpoint at Stripe should send. */
  types(): string[] {
    return [...this.handlers.keys()].sort();
  }
}
