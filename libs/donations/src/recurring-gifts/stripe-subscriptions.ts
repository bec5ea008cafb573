import { Injectable } from '@nestjs/common';
import { StripeGateway } from '@upstander/payments';
import { Database, isUuid } from '@upstander/platform';
import { invoiceExpansions, invoiceFacts, type InvoiceFacts } from './invoice-facts.js';
import { subscriptionFacts, type SubscriptionFacts } from './subscription-facts.js';

/** A subscription as read from Stripe. Later readings have higher numbers. */
export interface SubscriptionReading {
  number: bigint;
  facts: SubscriptionFacts;
}

@Injectable()
export class StripeSubscriptions {
  constructor(
    private readonly db: Database,
    private readonly gateway: StripeGateway,
  ) {}

  /**
   * Reads a subscription; null if it isn't ours. The number is taken before the request, so a reading
   * made for an event includes its change, and no reading with a lower number is newer.
   */
  async readSubscription(subscriptionId: string): Promise<SubscriptionReading | null> {
    const number = await this.number();
    const facts = subscriptionFacts(await this.gateway.client.subscriptions.retrieve(subscriptionId));
    return facts && isUuid(facts.recurringGiftId) ? { number, facts } : null;
  }

  /** Returns the next reading number. Our own changes need one too, because their response is a reading. */
  async number(): Promise<bigint> {
    const [row] = await this.db.query<{ n: string }>(`SELECT nextval('fundraising.recurring_gift_reading') AS n`);
    return BigInt(row!.n);
  }

  async invoice(invoiceId: string): Promise<InvoiceFacts | null> {
    const invoice = await this.gateway.client.invoices.retrieve(invoiceId, { expand: [...invoiceExpansions] });
    const facts = invoiceFacts(invoice);
    return facts && isUuid(facts.recurringGiftId) ? facts : null;
  }

  /** Returns the invoice paid by a payment intent, or null if it isn't ours. */
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
