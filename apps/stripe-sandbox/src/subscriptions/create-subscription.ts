import type Stripe from 'stripe';
import { getActiveCustomer } from '../customers/customers.js';
import { draftInvoice } from '../invoices/draft-invoice.js';
import { finalizeInvoice, isPaymentProcessing, payInvoice, paymentOf } from '../invoices/pay-invoice.js';
import { cardError } from '../payment-intents/pay-intent.js';
import { attach } from '../payment-methods/payment-methods.js';
import { metadata } from '../requests/metadata.js';
import {
  currency,
  flag,
  integer,
  list,
  oneOf,
  required,
  objectParam,
  text,
  type ParsedShape,
} from '../requests/params.js';
import { StripeError, invalid } from '../requests/stripe-error.js';
import { idOf } from '../store/objects.js';
import type { Store } from '../store/store.js';
import { runAtClockOf, clockOf } from '../test-clocks/on-clock.js';
import { newSubscription, scheduleNext, type Trial } from './new-subscription.js';
import { methodFor } from './renew-subscription.js';
import { settleSubscription } from './settle-subscription.js';
import { beginTrial } from './trials.js';
import { itemParams, priceOf } from './subscription-items.js';

/** Seconds until an unpaid first invoice expires. */
const INCOMPLETE_SECONDS = 23 * 3_600;

export const createParams = {
  cancel_at_period_end: flag(),
  collection_method: oneOf('charge_automatically'),
  currency: currency(),
  customer: required(text()),
  default_payment_method: text(),
  description: text(500),
  items: required(list(itemParams)),
  metadata: metadata(),
  off_session: flag(),
  payment_behavior: oneOf('allow_incomplete', 'default_incomplete', 'error_if_incomplete'),
  proration_behavior: oneOf('create_prorations', 'none'),
  trial_period_days: integer({ least: 1, most: 730 }),
  trial_settings: objectParam({
    end_behavior: required(
      objectParam({ missing_payment_method: required(oneOf('cancel', 'create_invoice', 'pause')) }),
    ),
  }),
};

/** Collects the first invoice immediately. */
export function createSubscription(store: Store, params: ParsedShape<typeof createParams>): Stripe.Subscription {
  const { id: customer } = getActiveCustomer(store, params.customer, 'customer');
  if (params.items.length === 0) throw invalid('Missing required param: items.', 'items', 'parameter_missing');
  return runAtClockOf(store, customer, () => {
    const lines = params.items.map((item, at) => {
      const price = priceOf(store, item, `items[${at}]`);
      if (!price)
        throw invalid(`Missing required param: items[${at}][price].`, `items[${at}][price]`, 'parameter_missing');
      return { price, quantity: item.quantity ?? 1 };
    });
    const method = params.default_payment_method ? attach(store, params.default_payment_method, customer).id : null;
    const trial = trialOf(store, params);
    const subscription = newSubscription(store, {
      customer,
      lines,
      method,
      status: trial ? 'trialing' : 'incomplete',
      trial,
      metadata: params.metadata,
      description: params.description,
      cancelAtPeriodEnd: params.cancel_at_period_end,
    });
    if (trial) return beginTrial(store, subscription);
    return begin(store, subscription, params.payment_behavior ?? 'allow_incomplete');
  });
}

function trialOf(
  store: Store,
  { trial_period_days: days, trial_settings: how }: ParsedShape<typeof createParams>,
): Trial | null {
  if (days === undefined) return null;
  return {
    end: store.now() + days * 86_400,
    withoutMethod: how?.end_behavior.missing_payment_method ?? 'create_invoice',
  };
}

function begin(store: Store, subscription: Stripe.Subscription, behavior: string): Stripe.Subscription {
  const [item] = subscription.items.data as [Stripe.SubscriptionItem];
  const { id } = draftInvoice(store, {
    subscription,
    reason: 'subscription_create',
    lines: subscription.items.data.map(({ id: itemId, price, quantity }) => ({
      price,
      quantity: quantity ?? 1,
      item: itemId,
    })),
    period: { start: item.current_period_start, end: item.current_period_end },
  });
  const invoice = finalizeInvoice(store, id);
  const named = store.update('subscription', subscription.id, { latest_invoice: id });
  store.emit('customer.subscription.created', named);
  const method = methodFor(store, invoice);
  if (behavior === 'default_incomplete') return awaitPayment(store, named);
  if (!method)
    throw new StripeError(
      400,
      'invalid_request_error',
      'This customer has no attached payment source or default payment method.',
      { code: 'resource_missing' },
    );
  const tried = payInvoice(store, id, method);
  if (tried.status !== 'paid' && !isPaymentProcessing(store, tried) && behavior === 'error_if_incomplete') {
    throw cardError(store.get('payment_intent', idOf(paymentOf(store, id)?.payment.payment_intent) as string));
  }
  settleSubscription(store, tried);
  if (tried.status !== 'paid' && !isPaymentProcessing(store, tried)) return awaitPayment(store, named);
  scheduleNext(store, named, item.current_period_end, 'subscription.renew');
  return store.get('subscription', subscription.id);
}

function awaitPayment(store: Store, subscription: Stripe.Subscription): Stripe.Subscription {
  const clock = clockOf(store, subscription.customer);
  store.schedule(store.now() + INCOMPLETE_SECONDS, 'subscription.expire', subscription.id, clock);
  return store.get('subscription', subscription.id);
}

export function expireIncomplete(store: Store, id: string): void {
  if (store.get('subscription', id).status !== 'incomplete') return;
  const expired = store.update('subscription', id, { ended_at: store.now(), status: 'incomplete_expired' });
  store.emit('customer.subscription.updated', expired, { status: 'incomplete' });
}
