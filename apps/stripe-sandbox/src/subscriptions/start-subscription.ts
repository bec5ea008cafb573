import type Stripe from 'stripe';
import { createIntent, payIntent, type Paying } from '../payment-intents/pay-intent.js';
import { idOf } from '../store/objects.js';
import type { Store } from '../store/store.js';

/**
 * Starts the subscription of a Checkout session with its first payment. Returns the payment intent of the first
 * invoice: only when it has succeeded is there a subscription, named by the session together with its invoice.
 */
export function startSubscription(
  store: Store,
  session: Stripe.Checkout.Session,
  method: Stripe.PaymentMethod,
  how: Paying,
): Stripe.PaymentIntent {
  const intent = createIntent(store, {
    amount: session.amount_total ?? 0,
    currency: session.currency ?? store.settings.currency,
    customer: idOf(session.customer),
  });
  return payIntent(store, intent.id, method, how);
}
