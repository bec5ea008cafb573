import { Injectable } from '@nestjs/common';
import { Database, isUuid } from '@upstander/platform';
import { StripeGateway } from '../stripe/stripe-gateway.js';
import { invoiceExpansions, invoiceFacts, type InvoiceFacts } from './invoice-facts.js';
import { subscriptionFacts, type SubscriptionFacts } from './subscription-facts.js';

/** A subscription as it was when Stripe was asked; a later reading has a higher number. */
export interface SubscriptionReading {
  number: bigint;
  facts: SubscriptionFacts;
}

/** Asks Stripe how things are with recurring gifts. */
@Injectable()
export class StripeSubscriptions {
  constructor(
    private readonly db: Database,
    private readonly gateway: StripeGateway,
  ) {}

  /**
   * Looks at a subscription; null when it is none of ours. The number is taken before Stripe is asked: whatever change
   * an event is about, the reading made for it has seen it, and no reading with a lower number knows more.
   */
  async readSubscription(subscriptionId: string): Promise<SubscriptionReading | null> {
    const number = await this.number();
    const facts = subscriptionFacts(await this.gateway.client.subscriptions.retrieve(subscriptionId));
    return facts && isUuid(facts.recurringGiftId) ? { number, facts } : null;
  }

  /** The number of the next look, also for changes of our own whose answer is the look. */
  async number(): Promise<bigint> {
    const [row] = await this.db.query<{ n: string }>(`SELECT nextval('fundraising.recurring_gift_reading') AS n`);
    return BigInt(row!.n);
  }

  /** An invoice with its charge; null when it is none of ours. */
  async invoice(invoiceId: string): Promise<InvoiceFacts | null> {
    const invoice = await this.gateway.client.invoices.retrieve(invoiceId, { expand: [...invoiceExpansions] });
    const facts = invoiceFacts(invoice);
    return facts && isUuid(facts.recurringGiftId) ? facts : null;
  }

  /** The invoice that a payment intent pays; null when there is none of ours. */
  async invoiceOf(paymentIntentId: string): Promise<InvoiceFacts | null> {
    const { data } = await this.gateway.client.invoicePayments.list({
      payment: { type: 'payment_intent', payment_intent: paymentIntentId },
      limit: 1,
    });
    const invoice = data[0]?.invoice;
    const id = typeof invoice === 'string' ? invoice : invoice?.id;
    return id ? this.invoice(id) : null;
  }
}
