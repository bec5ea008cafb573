import type Stripe from 'stripe';
import { attach } from '../payment-methods/payment-methods.js';
import { changedMetadata, metadata } from '../requests/metadata.js';
import { clearable, flag, list, oneOf, objectParam, text, type ParsedShape } from '../requests/params.js';
import { invalid } from '../requests/stripe-error.js';
import { idOf } from '../store/objects.js';
import type { Store } from '../store/store.js';
import { runAtClockOf } from '../test-clocks/on-clock.js';
import { detailsOf } from './end-subscription.js';
import { itemParams, planOf, priceOf, type ItemParams } from './subscription-items.js';

export const feedback = oneOf(
  'customer_service',
  'low_quality',
  'missing_features',
  'other',
  'switched_service',
  'too_complex',
  'too_expensive',
  'unused',
);
export const cancellationDetails = objectParam({ comment: clearable(text()), feedback: clearable(feedback) });

export const changeParams = {
  cancel_at_period_end: flag(),
  cancellation_details: cancellationDetails,
  default_payment_method: text(),
  description: clearable(text(500)),
  items: list(itemParams),
  metadata: metadata(),
  off_session: flag(),
  payment_behavior: oneOf('allow_incomplete', 'error_if_incomplete'),
  proration_behavior: oneOf('always_invoice', 'create_prorations', 'none'),
  trial_end: oneOf('now'),
};
export type Changes = ParsedShape<typeof changeParams>;

/** A new price applies from the next period. */
export function changeSubscription(store: Store, id: string, changes: Changes): Stripe.Subscription {
  const before = store.get('subscription', id);
  if (before.status === 'canceled' || before.status === 'incomplete_expired') {
    throw invalid(
      'A canceled subscription can only update its cancellation_details and metadata.',
      undefined,
      'subscription_canceled',
    );
  }
  return runAtClockOf(store, before.customer, () => {
    const customer = idOf(before.customer) as string;
    const method = changes.default_payment_method && attach(store, changes.default_payment_method, customer).id;
    const items = changes.items && changedItems(store, before, changes.items, changes.proration_behavior);
    const after = store.update('subscription', id, {
      ...(changes.cancel_at_period_end !== undefined && endValues(before, changes.cancel_at_period_end, store.now())),
      ...(changes.cancellation_details && {
        cancellation_details: detailsOf(before, {
          reason: 'cancellation_requested',
          ...changes.cancellation_details,
        }),
      }),
      ...(method && { default_payment_method: method }),
      ...(changes.description !== undefined && { description: changes.description }),
      ...(items && { items: { ...before.items, data: items } }),
      metadata: changedMetadata(before.metadata, changes.metadata),
    });
    store.emit('customer.subscription.updated', after, previous(before, after));
    return after;
  });
}

function endValues(before: Stripe.Subscription, atPeriodEnd: boolean, now: number): Partial<Stripe.Subscription> {
  return {
    cancel_at: atPeriodEnd ? (before.items.data[0]?.current_period_end ?? null) : null,
    cancel_at_period_end: atPeriodEnd,
    canceled_at: atPeriodEnd ? now : null,
    cancellation_details: {
      ...(before.cancellation_details ?? { comment: null, feedback: null, feedback_option: null }),
      reason: atPeriodEnd ? 'cancellation_requested' : null,
    },
  };
}

function changedItems(
  store: Store,
  { items }: Stripe.Subscription,
  wanted: ItemParams[],
  prorations: string | undefined,
): Stripe.SubscriptionItem[] {
  return wanted.reduce<Stripe.SubscriptionItem[]>((current, one, at) => {
    const param = `items[${at}]`;
    if (!one.id || one.deleted)
      throw invalid('The local Stripe can change items, but not add or remove them.', `${param}[id]`);
    const known = current.find(({ id }) => id === one.id);
    if (!known) throw invalid(`No such subscription item: '${one.id}'`, `${param}[id]`, 'resource_missing');
    const price = priceOf(store, one, param) ?? known.price;
    if (price.currency !== known.price.currency || planOf(price).interval !== known.plan.interval) {
      throw invalid(
        'The local Stripe changes neither the currency nor the interval of a subscription.',
        `${param}[price]`,
      );
    }
    if (price.unit_amount !== known.price.unit_amount && prorations !== 'none') {
      throw invalid(
        'The local Stripe does not support prorations. Use `proration_behavior=none`.',
        'proration_behavior',
      );
    }
    const changed = store.update('subscription_item', known.id, {
      plan: planOf(price),
      price,
      quantity: one.quantity ?? known.quantity,
      metadata: changedMetadata(known.metadata, one.metadata),
    });
    return current.map((item) => (item.id === changed.id ? changed : item));
  }, items.data);
}

function previous(before: Stripe.Subscription, after: Stripe.Subscription): Partial<Stripe.Subscription> {
  const names = Object.keys(after) as Array<keyof Stripe.Subscription>;
  const changed = names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
  return Object.fromEntries(changed.map((name) => [name, before[name]]));
}
