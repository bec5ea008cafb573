import type Stripe from 'stripe';
import { draftInvoice } from '../invoices/draft-invoice.js';
import { finalizeInvoice, markPaid } from '../invoices/pay-invoice.js';
import { createIntent } from '../payment-intents/create-intent.js';
import { payIntent, type PayIntentOptions } from '../payment-intents/pay-intent.js';
import type { MetadataChanges } from '../requests/metadata.js';
import { idOf } from '../store/objects.js';
import type { Store } from '../store/store.js';
import { runAtClockOf } from '../test-clocks/on-clock.js';
import { newSubscription, scheduleNext } from './new-subscription.js';

interface StartNote extends Record<string, unknown> {
  lines: Array<{ price: string; quantity: number }>;
  subscriptionData: { metadata?: MetadataChanges; description?: string };
  firstIntent: string;
}

/**
 * Returns the payment intent of the first invoice. The subscription is created once the intent has succeeded or a bank
 * debit is pending.
 */
export function startSubscription(
  store: Store,
  session: Stripe.Checkout.Session,
  method: Stripe.PaymentMethod,
  how: PayIntentOptions,
): Stripe.PaymentIntent {
  return runAtClockOf(store, session.customer, () => {
    const intent = payIntent(store, firstIntent(store, session), method, how);
    if (intent.status === 'succeeded' || intent.status === 'processing') subscribe(store, session, method, intent);
    return intent;
  });
}

/** Reuses the session's payment intent after a decline. */
function firstIntent(store: Store, session: Stripe.Checkout.Session): string {
  const { firstIntent: known } = store.note<StartNote>(session.id);
  if (known) return known;
  const { id } = createIntent(store, {
    amount: session.amount_total ?? 0,
    currency: session.currency ?? store.settings.currency,
    customer: idOf(session.customer),
    description: 'Subscription creation',
    setup_future_usage: 'off_session',
  });
  store.setNote(session.id, { firstIntent: id });
  return id;
}

function subscribe(
  store: Store,
  session: Stripe.Checkout.Session,
  method: Stripe.PaymentMethod,
  intent: Stripe.PaymentIntent,
): void {
  const { lines = [], subscriptionData = {} } = store.note<StartNote>(session.id);
  const priced = lines.map(({ price, quantity }) => ({ price: store.get('price', price), quantity }));
  store.emit('payment_method.attached', method);
  const subscription = newSubscription(store, {
    customer: idOf(session.customer) as string,
    lines: priced.filter(({ price }) => price.recurring),
    method: method.id,
    status: 'active',
    metadata: subscriptionData.metadata,
    description: subscriptionData.description,
  });
  const [item] = subscription.items.data as [Stripe.SubscriptionItem];
  const { id: invoiceId } = draftInvoice(store, {
    subscription,
    reason: 'subscription_create',
    lines: [
      ...subscription.items.data.map(({ id, price, quantity }) => ({ price, quantity: quantity ?? 1, item: id })),
      // One-time prices are charged with the first period.
      ...priced.filter(({ price }) => !price.recurring).map((line) => ({ ...line, item: null })),
    ],
    period: { start: item.current_period_start, end: item.current_period_end },
  });
  const named = store.update('subscription', subscription.id, { latest_invoice: invoiceId });
  store.emit('customer.subscription.created', named);
  finalizeInvoice(store, invoiceId, intent);
  // The invoice stays open until a pending bank debit is resolved.
  if (intent.status === 'succeeded') markPaid(store, invoiceId);
  scheduleNext(store, named, item.current_period_end, 'subscription.renew');
  store.update('checkout.session', session.id, { subscription: subscription.id, invoice: invoiceId });
}
