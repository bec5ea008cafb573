import { Injectable } from '@nestjs/common';
import { Gift, joinCampaign } from '@upstander/accounting';
import { selectList, Config, Database, Logger, Refusal, SignedIds } from '@upstander/platform';
import type Stripe from 'stripe';
import { faultOf, errorCodesOf } from './stripe-faults.js';
import { StripeGateway } from './stripe-gateway.js';

const columns = [
  'id',
  'recurringGiftId',
  'chargedMinor',
  'currency',
  'locale',
  'tokenVersion',
  'checkoutAttempt',
] as const;

interface Payable extends Pick<Gift, (typeof columns)[number]> {
  email: string;
  campaignSlug: string;
  campaignTitle: string;
  pageSlug: string | null;
}

const statement = `
  SELECT ${selectList(Gift, 'g', columns)}, d.email, c.slug AS "campaignSlug", c.title AS "campaignTitle",
    t.slug AS "pageSlug"
  FROM fundraising.gift g JOIN fundraising.donor d ON d.id = g.donor_id
    ${joinCampaign('g')} LEFT JOIN fundraising.page t ON t.id = g.page_id
  WHERE g.id = $1`;

@Injectable()
export class Checkout {
  constructor(
    private readonly db: Database,
    private readonly config: Config,
    private readonly gateway: StripeGateway,
    private readonly signedIds: SignedIds,
    private readonly logger: Logger,
  ) {}

  /**
   * Returns the URL of the payment page, creating it once per gift.
   * @throws Refusal PAYMENTS_UNAVAILABLE: the gift is kept, and the next call resumes.
   */
  async openCheckout(giftId: string): Promise<string> {
    const [gift] = await this.db.query<Payable>(statement, [giftId]);
    if (!gift) throw new Error('The gift to pay does not exist.');
    const session = await this.create(gift);
    if (!session.url) throw new Error('Stripe returned a payment page without a URL.');
    await this.db.query(
      `UPDATE fundraising.gift SET checkout_session_id = $2, checkout_url = $3,
         payment_intent_id = coalesce(payment_intent_id, $4)
       WHERE id = $1`,
      [gift.id, session.id, session.url, idOf(session.payment_intent)],
    );
    return session.url;
  }

  private async create(gift: Payable): Promise<Stripe.Checkout.Session> {
    const suffix = gift.checkoutAttempt > 0 ? `/${gift.checkoutAttempt}` : '';
    try {
      return await this.gateway.client.checkout.sessions.create(this.parameters(gift), {
        idempotencyKey: `gift/${gift.id}/checkout${suffix}`,
      });
    } catch (error) {
      const fault = faultOf(error);
      if (fault === 'refused') this.logger.fault(error, { gift: gift.id }, 'Stripe refused to open a payment page');
      else this.logger.warn({ gift: gift.id, fault, why: errorCodesOf(error) }, 'Stripe could not open a payment page');
      if (fault !== 'unknown') {
        await this.db.query(
          'UPDATE fundraising.gift SET checkout_attempt = checkout_attempt + 1 WHERE id = $1 AND checkout_attempt = $2',
          [gift.id, gift.checkoutAttempt],
        );
      }
      throw new Refusal(
        'PAYMENTS_UNAVAILABLE',
        'We could not reach our payment provider. Please try again in a minute.',
      );
    }
  }

  private parameters(gift: Payable): Stripe.Checkout.SessionCreateParams {
    const token = this.signedIds.sign('gift', gift.id, gift.tokenVersion);
    // Tells the page that the donor may come from paying with a second card after the first was declined.
    const arrival = new URL(`${this.config.PUBLIC_URL}/thanks/${token}?from=payment`);
    if (gift.locale === 'es') arrival.searchParams.set('lang', 'es');
    // Lets the form restore its values for donors who go back to change something.
    const back = new URL(`${this.config.PUBLIC_URL}/fundraisers/${gift.campaignSlug}/give`);
    back.searchParams.set('gift', token);
    if (gift.pageSlug) back.searchParams.set('page', gift.pageSlug);
    if (gift.locale === 'es') back.searchParams.set('lang', 'es');
    const common = {
      client_reference_id: gift.id,
      customer_email: gift.email,
      locale: gift.locale,
      metadata: { gift_id: gift.id },
      success_url: arrival.href,
      cancel_url: back.href,
    };
    const price = {
      currency: gift.currency.toLowerCase(),
      unit_amount: Number(gift.chargedMinor),
      product_data: { name: gift.campaignTitle },
    };
    if (!gift.recurringGiftId) {
      return {
        ...common,
        mode: 'payment',
        submit_type: 'donate',
        line_items: [{ price_data: price, quantity: 1 }],
        // Copied to the charge, so that its webhook identifies the gift without another request.
        payment_intent_data: { metadata: { gift_id: gift.id }, description: this.config.ORGANIZATION_NAME },
      };
    }
    return {
      ...common,
      mode: 'subscription',
      excluded_payment_method_types: delayedMethods,
      line_items: [{ price_data: { ...price, recurring: { interval: 'month' } }, quantity: 1 }],
      subscription_data: {
        metadata: { recurring_gift_id: gift.recurringGiftId, gift_id: gift.id },
        description: this.config.ORGANIZATION_NAME,
      },
    };
  }
}

/**
 * Payment methods confirmed by the bank days later. One-time gifts allow them; a recurring gift would
 * start before its first payment is confirmed.
 */
const delayedMethods: Stripe.Checkout.SessionCreateParams.ExcludedPaymentMethodType[] = [
  'acss_debit',
  'au_becs_debit',
  'bacs_debit',
  'sepa_debit',
  'us_bank_account',
];

export function idOf(thing: string | { id: string } | null | undefined): string | null {
  return typeof thing === 'string' ? thing : (thing?.id ?? null);
}
