import { Injectable } from '@nestjs/common';
import { faultOf, type StripeFault, StripeGateway } from '@upstander/payments';
import { Database, Logger } from '@upstander/platform';
import Stripe from 'stripe';
import { RecurringGiftSync } from './recurring-gift-sync.js';
import { StripeSubscriptions, type SubscriptionReading } from './stripe-subscriptions.js';
import { subscriptionFacts } from './subscription-facts.js';

@Injectable()
export class StopAtStripe {
  constructor(
    private readonly db: Database,
    private readonly gateway: StripeGateway,
    private readonly recurringGifts: StripeSubscriptions,
    private readonly sync: RecurringGiftSync,
    private readonly logger: Logger,
  ) {}

  /** Cancels a subscription. Returns the fault if Stripe could not be reached, else null. A job retries. */
  async stop(recurringGiftId: string, subscriptionId: string): Promise<StripeFault | null> {
    try {
      const reading = await this.cancel(subscriptionId);
      if (reading) await this.db.transaction((tx) => this.sync.apply(tx, reading));
      return null;
    } catch (error) {
      const fault = faultOf(error);
      this.logger.warn({ recurringGift: recurringGiftId, fault }, 'could not cancel a recurring gift at Stripe');
      return fault;
    }
  }

  private async cancel(subscriptionId: string): Promise<SubscriptionReading | null> {
    const number = await this.recurringGifts.number();
    try {
      const facts = subscriptionFacts(await this.gateway.client.subscriptions.cancel(subscriptionId));
      return facts && { number, facts };
    } catch (error) {
      // Stripe rejects a second cancellation. Its current status shows whether that is the reason.
      if (!(error instanceof Stripe.errors.StripeInvalidRequestError)) throw error;
      const reading = await this.recurringGifts.readSubscription(subscriptionId);
      if (reading && reading.facts.status !== 'stopped') throw error;
      return reading;
    }
  }
}
