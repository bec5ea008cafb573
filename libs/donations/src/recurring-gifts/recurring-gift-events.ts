import { Injectable, type OnModuleInit } from '@nestjs/common';
import { StripeEvents } from '@upstander/payments';
import type Stripe from 'stripe';
import type { InvoiceFacts } from './invoice-facts.js';
import { RecurringGiftSync } from './recurring-gift-sync.js';
import { StripeSubscriptions, type SubscriptionReading } from './stripe-subscriptions.js';

@Injectable()
export class RecurringGiftEvents implements OnModuleInit {
  constructor(
    private readonly events: StripeEvents,
    private readonly recurringGifts: StripeSubscriptions,
    private readonly sync: RecurringGiftSync,
  ) {}

  onModuleInit(): void {
    this.events.register<SubscriptionReading | null>({
      types: ['customer.subscription.created', 'customer.subscription.updated', 'customer.subscription.deleted'],
      prepare: (event) => this.reading(event),
      apply: async (tx, _event, reading) =>
        reading && (await this.sync.apply(tx, reading)) ? 'applied' : 'nothing-to-do',
    });
    this.events.register<{ invoice: InvoiceFacts; reading: SubscriptionReading } | null>({
      types: ['invoice.payment_failed'],
      prepare: (event) => this.findFailedMonth(event),
      apply: async (tx, event, month) => {
        if (!month) return 'nothing-to-do';
        const { invoice, reading } = month;
        const failure = { invoiceId: invoice.invoiceId, code: invoice.failureCode, at: new Date(event.created * 1000) };
        return (await this.sync.apply(tx, reading, failure)) ? 'applied' : 'nothing-to-do';
      },
    });
  }

  private reading(event: Stripe.Event): Promise<SubscriptionReading | null> {
    const { object } = event.data;
    return object.object === 'subscription' ? this.recurringGifts.readSubscription(object.id) : Promise.resolve(null);
  }

  /**
   * Returns the failed month. Null if it has been paid since, or if it is the first month, where the
   * donor is still on the payment page.
   */
  private async findFailedMonth(
    event: Stripe.Event,
  ): Promise<{ invoice: InvoiceFacts; reading: SubscriptionReading } | null> {
    if (event.type !== 'invoice.payment_failed' || !event.data.object.id) return null;
    const invoice = await this.recurringGifts.invoice(event.data.object.id);
    if (!invoice || invoice.isPaid || invoice.isFirst) return null;
    const reading = await this.recurringGifts.readSubscription(invoice.subscriptionId);
    return reading && { invoice, reading };
  }
}
