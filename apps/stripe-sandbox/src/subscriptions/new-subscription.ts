import type Stripe from 'stripe';
import { changedMetadata, type MetadataChanges } from '../requests/metadata.js';
import { singlePage } from '../store/lists.js';
import type { Store } from '../store/store.js';
import { clockOf } from '../test-clocks/on-clock.js';
import { periodEnd } from './periods.js';
import { createItem } from './subscription-items.js';

export interface SubscriptionDetails {
  customer: string;
  lines: Array<{ price: Stripe.Price; quantity: number }>;
  method: string | null;
  status: Stripe.Subscription.Status;
  metadata?: MetadataChanges;
  description?: string | null;
  cancelAtPeriodEnd?: boolean;
  trial?: Trial | null;
}

export interface Trial {
  end: number;
  /** Behavior at the end of a trial without a payment method. */
  withoutMethod: 'cancel' | 'create_invoice' | 'pause';
}

export interface SubscriptionNote extends Record<string, unknown> {
  /** Task ID of the next renewal or the end. */
  next: string | null;
  /** Task ID of the next payment retry. */
  retry: string | null;
}

/** Creates a subscription whose first period starts now, without an invoice. */
export function newSubscription(store: Store, details: SubscriptionDetails): Stripe.Subscription {
  const id = store.newId('subscription');
  const first = details.lines[0]?.price as Stripe.Price;
  const { interval, interval_count: count } = first.recurring as Stripe.Price.Recurring;
  const start = store.now();
  const { trial = null } = details;
  const end = trial?.end ?? periodEnd(start, interval, count, 1);
  const items = details.lines.map(({ price, quantity }) => createItem(store, id, price, quantity, { start, end }));
  const subscription = store.insert('subscription', {
    id,
    object: 'subscription',
    application: null,
    application_fee_percent: null,
    automatic_tax: { disabled_reason: null, enabled: false, liability: null },
    billing_cycle_anchor: trial?.end ?? start,
    billing_cycle_anchor_config: null,
    billing_mode: { flexible: { proration_discounts: 'included' }, type: 'flexible' },
    billing_schedules: [],
    billing_thresholds: null,
    cancel_at: details.cancelAtPeriodEnd ? end : null,
    cancel_at_period_end: details.cancelAtPeriodEnd ?? false,
    canceled_at: details.cancelAtPeriodEnd ? start : null,
    cancellation_details: { comment: null, feedback: null, feedback_option: null, reason: null },
    collection_method: 'charge_automatically',
    created: start,
    currency: first.currency,
    customer: details.customer,
    customer_account: null,
    days_until_due: null,
    default_payment_method: details.method,
    default_source: null,
    default_tax_rates: [],
    description: details.description ?? null,
    discounts: [],
    ended_at: null,
    invoice_settings: {
      account_tax_ids: null,
      custom_fields: null,
      description: null,
      footer: null,
      issuer: { type: 'self' },
    },
    items: singlePage(`/v1/subscription_items?subscription=${id}`, items),
    latest_invoice: null,
    livemode: false,
    managed_payments: null,
    metadata: changedMetadata({}, details.metadata),
    next_pending_invoice_item_invoice: null,
    on_behalf_of: null,
    pause_collection: null,
    payment_settings: { payment_method_options: null, payment_method_types: null, save_default_payment_method: 'off' },
    pending_invoice_item_interval: null,
    pending_setup_intent: null,
    pending_update: null,
    schedule: null,
    start_date: start,
    status: details.status,
    test_clock: clockOf(store, details.customer),
    transfer_data: null,
    trial_end: trial?.end ?? null,
    trial_settings: {
      end_behavior: {
        billing_cycle_anchor: null,
        missing_payment_method: trial?.withoutMethod ?? 'create_invoice',
      },
    },
    trial_start: trial ? start : null,
  });
  store.setNote(id, { next: null, retry: null } satisfies SubscriptionNote);
  return subscription;
}

/** Replaces the previously scheduled task. */
export function scheduleNext(store: Store, subscription: Stripe.Subscription, at: number, task: string): void {
  const { next } = store.note<SubscriptionNote>(subscription.id);
  if (next) store.removeTask(next);
  const { id } = store.schedule(at, task, subscription.id, clockOf(store, subscription.customer));
  store.setNote(subscription.id, { next: id });
}

export function unscheduleAll(store: Store, id: string): void {
  const { next, retry } = store.note<SubscriptionNote>(id);
  if (next) store.removeTask(next);
  if (retry) store.removeTask(retry);
  store.setNote(id, { next: null, retry: null });
}
