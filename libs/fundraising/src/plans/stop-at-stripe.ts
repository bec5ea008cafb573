import { Injectable } from '@nestjs/common';
import { Database, Logger } from '@upstander/platform';
import Stripe from 'stripe';
import { faultOf, type StripeFault } from '../stripe/stripe-faults.js';
import { StripeGateway } from '../stripe/stripe-gateway.js';
import { PlanSync } from './plan-sync.js';
import { StripePlans, type Look } from './stripe-plans.js';
import { subscriptionFacts } from './subscription-facts.js';

/** Tells Stripe that a subscription has ended. */
@Injectable()
export class StopAtStripe {
  constructor(
    private readonly db: Database,
    private readonly gateway: StripeGateway,
    private readonly plans: StripePlans,
    private readonly sync: PlanSync,
    private readonly logger: Logger,
  ) {}

  /** What kept Stripe from hearing it, or null once it has heard. The job tries again. */
  async stop(planId: string, subscriptionId: string): Promise<StripeFault | null> {
    try {
      const look = await this.cancel(subscriptionId);
      if (look) await this.db.transaction((tx) => this.sync.apply(tx, look));
      return null;
    } catch (error) {
      const fault = faultOf(error);
      this.logger.warn({ plan: planId, fault }, 'Stripe could not be told that a recurring gift has ended');
      return fault;
    }
  }

  private async cancel(subscriptionId: string): Promise<Look | null> {
    const number = await this.plans.number();
    try {
      const facts = subscriptionFacts(await this.gateway.client.subscriptions.cancel(subscriptionId));
      return facts && { number, facts };
    } catch (error) {
      // What is cancelled already cannot be cancelled: then Stripe says how it is.
      if (!(error instanceof Stripe.errors.StripeInvalidRequestError)) throw error;
      const look = await this.plans.look(subscriptionId);
      if (look && look.facts.status !== 'stopped') throw error;
      return look;
    }
  }
}
