import type Stripe from 'stripe';
import { draftInvoice } from '../invoices/draft-invoice.js';
import { finalizeInvoice } from '../invoices/pay-invoice.js';
import { invalid } from '../requests/stripe-error.js';
import { idOf } from '../store/objects.js';
import type { Store } from '../store/store.js';
import { runAtClockOf, clockOf } from '../test-clocks/on-clock.js';
import { endSubscription } from './end-subscription.js';
import { scheduleNext, unscheduleAll } from './new-subscription.js';
import { cardOfSubscription, collect, renewSubscription } from './renew-subscription.js';

/** Stripe announces the end of a trial three days ahead, or immediately for a shorter one. */
const WARNING_SECONDS = 3 * 86_400;

/** The first invoice is zero. */
export function beginTrial(store: Store, subscription: Stripe.Subscription): Stripe.Subscription {
  const [item] = subscription.items.data as [Stripe.SubscriptionItem];
  const { id } = draftInvoice(store, {
    subscription,
    reason: 'subscription_create',
    lines: subscription.items.data.map(({ id: itemId, price, quantity }) => ({
      price,
      quantity: quantity ?? 1,
      amount: 0,
      item: itemId,
    })),
    period: { start: item.current_period_start, end: item.current_period_end },
  });
  finalizeInvoice(store, id);
  const begun = store.update('subscription', subscription.id, { latest_invoice: id });
  store.emit('customer.subscription.created', begun);
  const end = begun.trial_end as number;
  const clock = clockOf(store, begun.customer);
  if (end - WARNING_SECONDS <= store.now()) warnOfTrialEnd(store, begun.id);
  else store.schedule(end - WARNING_SECONDS, 'subscription.trial_will_end', begun.id, clock);
  scheduleNext(store, begun, end, 'subscription.trial_end');
  return begun;
}

export function warnOfTrialEnd(store: Store, id: string): void {
  const subscription = store.get('subscription', id);
  if (subscription.status === 'trialing') store.emit('customer.subscription.trial_will_end', subscription);
}

/** Without a payment method, the subscription is canceled or paused. */
export function endTrial(store: Store, id: string): Stripe.Subscription {
  const before = store.get('subscription', id);
  if (before.status !== 'trialing') throw invalid('This subscription has no trial to end.', 'trial_end');
  return runAtClockOf(store, before.customer, () => {
    const now = store.now();
    const items = before.items.data.map((item) =>
      store.update('subscription_item', item.id, { current_period_end: now }),
    );
    const over = { billing_cycle_anchor: now, items: { ...before.items, data: items }, trial_end: now };
    const withoutMethod = before.trial_settings?.end_behavior.missing_payment_method;
    if (!cardOfSubscription(store, before) && withoutMethod === 'cancel') {
      return endSubscription(store, id, { reason: 'cancellation_requested' });
    }
    if (!cardOfSubscription(store, before) && withoutMethod === 'pause') {
      unscheduleAll(store, id);
      const paused = store.update('subscription', id, { ...over, status: 'paused' });
      store.emit('customer.subscription.paused', paused);
      return paused;
    }
    store.emit('customer.subscription.updated', store.update('subscription', id, { ...over, status: 'active' }), {
      status: 'trialing',
    });
    renewSubscription(store, id);
    collect(store, idOf(store.get('subscription', id).latest_invoice) as string);
    return store.get('subscription', id);
  });
}
