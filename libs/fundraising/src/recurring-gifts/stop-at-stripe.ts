import { Injectable } from '@nestjs/common';
import { Database, Logger } from '@upstander/platform';
import Stripe from 'stripe';
import { faultOf, type StripeFault } from '../stripe/stripe-faults.js';
import { StripeGateway } from '../stripe/stripe-gateway.js';
import { RecurringGiftSync } from './recurring-gift-sync.js';
import { StripeSubscriptions, type SubscriptionReading } from './stripe-subscriptions.js';
import { subscriptionFacts } from './subscription-facts.js';

/** Tells Stripe that a subscription has ended. */
@Injectable()
export class StopAtStripe {
  constructor(
    private readonly db: Database,
    private readonly gateway: StripeGateway,
    private readonly recurringGifts: StripeSubscriptions,
    private readonly sync: RecurringGiftSync,
    private readonly logger: Logger,
  ) {}

  /** What kept Stripe from hearing it, or null once it has heard. The job tries again. */
  async stop(recurringGiftId: string, subscriptionId: string): Promise<StripeFault | null> {
    try {
      const reading = await this.cancel(subscriptionId);
      if (reading) await this.db.transaction((tx) => this.sync.apply(tx, reading));
      return null;
    } catch (error) {
      const fault = faultOf(error);
      this.logger.warn(
        { recurringGift: recurringGiftId, fault },
        'Stripe could not be told that a recurring gift has ended',
      );
      return fault;
    }
  }

  private async cancel(subscriptionId: string): Promise<SubscriptionReading | null> {
    const number = await this.recurringGifts.number();
    try {
      const facts = subscriptionFacts(await this.gateway.client.subscriptions.cancel(subscriptionId));
      return facts && { number, facts };
    } catch (error) {
      // What is cancelled already cannot be cancelled: then Stripe says how it is.
      if (!(error instanceof Stripe.errors.StripeInvalidRequestError)) throw error;
      const reading = await this.recurringGifts.readSubscription(subscriptionId);
      if (reading && reading.facts.status !== 'stopped') throw error;
      return reading;
    }
  }
}
