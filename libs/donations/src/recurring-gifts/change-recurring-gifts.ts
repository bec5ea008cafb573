import { Injectable } from '@nestjs/common';
import { faultOf, idOf, StripeGateway } from '@upstander/payments';
import { Database, Logger, Refusal } from '@upstander/platform';
import type Stripe from 'stripe';
import type { RecurringGiftPortal } from './change-recurring-gift.input.js';
import { RecurringGiftSync } from './recurring-gift-sync.js';
import { StripeSubscriptions } from './stripe-subscriptions.js';
import { subscriptionFacts } from './subscription-facts.js';

export interface NewAmount {
  recurringGiftId: string;
  intended: bigint;
  cover: bigint;
  currency: string;
}

/** Updates our row from Stripe's response. */
@Injectable()
export class ChangeRecurringGifts {
  constructor(
    private readonly db: Database,
    private readonly gateway: StripeGateway,
    private readonly recurringGifts: StripeSubscriptions,
    private readonly sync: RecurringGiftSync,
    private readonly logger: Logger,
  ) {}

  /**
   * Sets a new price from the next month on, without proration. The split is stored in the
   * subscription's metadata, so each invoice carries the split it was created with. If we crash after Stripe's
   * response, its event has the same data.
   * @throws Refusal PAYMENTS_UNAVAILABLE
   */
  async change(subscriptionId: string, amount: NewAmount): Promise<void> {
    const number = await this.recurringGifts.number();
    const subscription = await this.callStripe(amount.recurringGiftId, () =>
      this.setPrice(subscriptionId, amount, number),
    );
    const facts = subscriptionFacts(subscription);
    if (facts) await this.db.transaction((tx) => this.sync.apply(tx, { number, facts }));
  }

  /** Opens Stripe's page for replacing the card. @throws Refusal PAYMENTS_UNAVAILABLE */
  async portal(subscriptionId: string, returnUrl: string): Promise<RecurringGiftPortal> {
    const session = await this.callStripe(subscriptionId, async () => {
      const { customer } = await this.gateway.client.subscriptions.retrieve(subscriptionId);
      return this.gateway.client.billingPortal.sessions.create({
        customer: idOf(customer)!,
        return_url: returnUrl,
        flow_data: {
          type: 'payment_method_update',
          after_completion: { type: 'redirect', redirect: { return_url: returnUrl } },
        },
      });
    });
    return { url: session.url };
  }

  private async setPrice(id: string, amount: NewAmount, number: bigint): Promise<Stripe.Subscription> {
    const { intended: intendedMinor, cover, currency, recurringGiftId } = amount;
    const [item] = (await this.gateway.client.subscriptions.retrieve(id)).items.data;
    if (!item) throw new Error('The subscription has no items.');
    return this.gateway.client.subscriptions.update(
      id,
      {
        items: [
          {
            id: item.id,
            quantity: 1,
            price_data: {
              currency: currency.toLowerCase(),
              product: idOf(item.price.product)!,
              recurring: { interval: 'month' },
              unit_amount: Number(intendedMinor + cover),
            },
          },
        ],
        proration_behavior: 'none',
        metadata: { intended_minor: String(intendedMinor), cover_minor: String(cover) },
      },
      // A repeated call is a new request. Only retries by the SDK share a key.
      { idempotencyKey: `recurring-gift/${recurringGiftId}/change/${number}` },
    );
  }

  private async callStripe<T>(about: string, ask: () => Promise<T>): Promise<T> {
    try {
      return await ask();
    } catch (error) {
      const fault = faultOf(error);
      if (fault === 'refused') this.logger.fault(error, { about }, 'Stripe refused to change a recurring gift');
      else this.logger.warn({ about, fault }, 'could not reach Stripe about a recurring gift');
      throw new Refusal(
        'PAYMENTS_UNAVAILABLE',
        'We could not reach our payment provider. Please try again in a minute.',
      );
    }
  }
}
