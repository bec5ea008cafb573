import type Stripe from 'stripe';
import type { Store } from '../store/store.js';
import { unscheduleAll } from './new-subscription.js';

export interface SubscriptionEnd {
  reason: 'cancellation_requested' | 'payment_failed' | 'payment_disputed';
  comment?: string | null;
  feedback?: Stripe.Subscription.CancellationDetails.Feedback | null;
}

/** Cancels immediately, without refunds. */
export function endSubscription(store: Store, id: string, ending: SubscriptionEnd): Stripe.Subscription {
  const before = store.get('subscription', id);
  unscheduleAll(store, id);
  const ended = store.update('subscription', id, {
    canceled_at: before.canceled_at ?? store.now(),
    cancellation_details: detailsOf(before, ending),
    ended_at: store.now(),
    status: 'canceled',
  });
  store.emit('customer.subscription.deleted', ended);
  return ended;
}

export function detailsOf(
  { cancellation_details: before }: Stripe.Subscription,
  { reason, comment, feedback }: SubscriptionEnd,
): Stripe.Subscription.CancellationDetails {
  return {
    comment: comment ?? before?.comment ?? null,
    feedback: feedback ?? before?.feedback ?? null,
    feedback_option: null,
    reason,
  };
}
