import type Stripe from 'stripe';
import type { SandboxHandle } from './start-stripe.js';

export interface GiftDetails extends Partial<Omit<Stripe.Checkout.SessionCreateParams, 'customer_email'>> {
  amount?: number;
  product?: string;
  customer_email?: string | undefined;
}

/** Opens a Checkout session for a gift of $25, as our product does. The details override anything. */
export async function openGift(
  { client }: SandboxHandle,
  { amount = 2_500, product = 'Safe nights', ...details }: GiftDetails = {},
  options: Stripe.RequestOptions = {},
): Promise<Stripe.Checkout.Session> {
  const price_data = { currency: 'usd', unit_amount: amount, product_data: { name: product } };
  return client.checkout.sessions.create(
    {
      mode: 'payment',
      submit_type: 'donate',
      customer_email: 'ana@example.org',
      line_items: [{ quantity: 1, price_data }],
      success_url: 'http://127.0.0.1/thanks/t?s={CHECKOUT_SESSION_ID}',
      cancel_url: 'http://127.0.0.1/fundraisers/safe-nights',
      ...details,
    } as Stripe.Checkout.SessionCreateParams,
    options,
  );
}

export async function payGift(
  stripe: SandboxHandle,
  details: GiftDetails = {},
  card = 'succeeds',
): Promise<Stripe.Charge> {
  const session = await openGift(stripe, details);
  const { status, message } = await stripe.pay(session.url as string, { card });
  if (status !== 'complete') throw new Error(`The gift was not paid: ${status} ${message}`);
  const { payment_intent: intent } = await stripe.client.checkout.sessions.retrieve(session.id, {
    expand: ['payment_intent.latest_charge'],
  });
  return (intent as Stripe.PaymentIntent).latest_charge as Stripe.Charge;
}
