import type Stripe from 'stripe';
import { draftInvoice } from '../invoices/draft-invoice.js';
import { finalizeInvoice, payInvoice } from '../invoices/pay-invoice.js';
import { idOf, type Reference } from '../store/objects.js';
import type { Store } from '../store/store.js';
import { clockOf } from '../test-clocks/on-clock.js';
import { endSubscription } from './end-subscription.js';
import { scheduleNext, type SubscriptionNote } from './new-subscription.js';
import { nextPeriod } from './periods.js';
import { settleSubscription } from './settle-subscription.js';
import { planOf } from './subscription-items.js';

/** About an hour, as at Stripe. */
const DRAFT_SECONDS = 3_600;

/** Ends a subscription canceled at the period's end; otherwise creates a draft invoice. */
export function renewSubscription(store: Store, id: string): void {
  const before = store.get('subscription', id);
  if (before.cancel_at_period_end) {
    endSubscription(store, id, { reason: 'cancellation_requested' });
    return;
  }
  const period = periodAfter(before);
  const invoice = draftInvoice(store, {
    subscription: before,
    reason: 'subscription_cycle',
    lines: before.items.data.map(({ id: item, price, quantity }) => ({ price, quantity: quantity ?? 1, item })),
    period,
  });
  const items = before.items.data.map((item) =>
    store.update('subscription_item', item.id, { current_period_start: period.start, current_period_end: period.end }),
  );
  const renewed = store.update('subscription', id, {
    items: { ...before.items, data: items },
    latest_invoice: invoice.id,
  });
  store.emit('customer.subscription.updated', renewed, { latest_invoice: before.latest_invoice });
  store.update('invoice', invoice.id, { automatically_finalizes_at: store.now() + DRAFT_SECONDS });
  store.schedule(store.now() + DRAFT_SECONDS, 'subscription.collect', invoice.id, clockOf(store, before.customer));
  scheduleNext(store, renewed, period.end, 'subscription.renew');
}

export function collect(store: Store, invoiceId: string): void {
  if (store.find('invoice', invoiceId)?.status !== 'draft') return;
  finalizeInvoice(store, invoiceId);
  tryToCollect(store, invoiceId);
}

/** Uses the current card. */
export function retry(store: Store, id: string): void {
  store.setNote(id, { retry: null } satisfies Partial<SubscriptionNote>);
  const invoice = store.find('invoice', idOf(store.get('subscription', id).latest_invoice));
  if (invoice?.status === 'open') tryToCollect(store, invoice.id);
}

function tryToCollect(store: Store, invoiceId: string): void {
  const invoice = store.get('invoice', invoiceId);
  const method = methodFor(store, invoice);
  const tried = method ? payInvoice(store, invoiceId, method, { offSession: true }) : failWithoutCard(store, invoice);
  settleSubscription(store, tried);
}

/** Falls back to the customer's default. */
export function methodFor(store: Store, invoice: Stripe.Invoice): Stripe.PaymentMethod | undefined {
  const subscription = store.find('subscription', idOf(invoice.parent?.subscription_details?.subscription));
  return cardOfSubscription(store, subscription ?? { customer: invoice.customer as Reference });
}

export function cardOfSubscription(
  store: Store,
  { customer: id, default_payment_method: chosen }: { customer: Reference; default_payment_method?: Reference },
): Stripe.PaymentMethod | undefined {
  const customer = store.find('customer', idOf(id));
  const own = store.find('payment_method', idOf(chosen));
  const general = store.find('payment_method', idOf(customer?.invoice_settings?.default_payment_method));
  return [own, general].find((method) => method && method.customer === idOf(id));
}

function failWithoutCard(store: Store, { id, attempt_count: count }: Stripe.Invoice): Stripe.Invoice {
  const failed = store.update('invoice', id, { attempt_count: count + 1, attempted: true });
  store.emit('invoice.payment_failed', failed);
  return failed;
}

function periodAfter({ billing_cycle_anchor: anchor, items }: Stripe.Subscription): { start: number; end: number } {
  const [item] = items.data as [Stripe.SubscriptionItem];
  const { interval, interval_count: count } = planOf(item.price);
  return nextPeriod(anchor, interval, count, item.current_period_end);
}
