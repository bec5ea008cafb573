import type Stripe from 'stripe';
import { isPaymentProcessing } from '../invoices/pay-invoice.js';
import { idOf } from '../store/objects.js';
import type { Store } from '../store/store.js';
import { clockOf } from '../test-clocks/on-clock.js';
import { endSubscription } from './end-subscription.js';
import type { SubscriptionNote } from './new-subscription.js';

const DAY = 86_400;
/** Days. The subscription ends after the last retry. */
const RETRIES = [3, 5, 7];

export function settleSubscription(store: Store, invoice: Stripe.Invoice): void {
  const id = idOf(invoice.parent?.subscription_details?.subscription);
  const subscription = store.find('subscription', id);
  if (!subscription || subscription.status === 'canceled' || subscription.status === 'incomplete_expired') return;
  if (invoice.status === 'paid') return settleInvoice(store, subscription, invoice);
  // The subscription is active while a bank debit is pending.
  if (isPaymentProcessing(store, invoice)) return change(store, subscription, 'active');
  if (subscription.status === 'incomplete') return;
  change(store, subscription, 'past_due');
  const days = RETRIES[invoice.attempt_count - 1];
  if (days === undefined) {
    store.update('invoice', invoice.id, { auto_advance: false, next_payment_attempt: null });
    endSubscription(store, subscription.id, { reason: 'payment_failed' });
    return;
  }
  const at = store.now() + days * DAY;
  store.update('invoice', invoice.id, { next_payment_attempt: at });
  const { retry } = store.note<SubscriptionNote>(subscription.id);
  if (retry) store.removeTask(retry);
  const task = store.schedule(at, 'subscription.retry', subscription.id, clockOf(store, subscription.customer));
  store.setNote(subscription.id, { retry: task.id });
}

function settleInvoice(store: Store, subscription: Stripe.Subscription, invoice: Stripe.Invoice): void {
  const { retry } = store.note<SubscriptionNote>(subscription.id);
  if (retry && idOf(subscription.latest_invoice) === invoice.id) {
    store.removeTask(retry);
    store.setNote(subscription.id, { retry: null });
  }
  if (idOf(subscription.latest_invoice) === invoice.id) change(store, subscription, 'active');
}

function change(store: Store, { id, status: before }: Stripe.Subscription, status: Stripe.Subscription.Status): void {
  if (before === status) return;
  store.emit('customer.subscription.updated', store.update('subscription', id, { status }), { status: before });
}
