import type Stripe from 'stripe';
import { idOf } from '../stripe/checkout.js';
import type { RecurringGiftStatus } from './recurring-gift-status.js';

/** The gift and the cover in an amount, as they were written into the subscription when it was last changed. */
export interface Split {
  intended: bigint;
  cover: bigint;
}

/** What a subscription at Stripe says about one of our recurring gifts. */
export interface SubscriptionFacts {
  recurringGiftId: string;
  subscriptionId: string;
  customerId: string | null;
  status: RecurringGiftStatus;
  /** What is charged each month from now on; null when it is not one monthly amount any more. */
  charged: bigint | null;
  itemId: string | null;
  productId: string | null;
  split: Split | null;
  startedAt: Date;
  /** Null when nothing will be charged any more. */
  nextChargeAt: Date | null;
  stoppedAt: Date | null;
  /** Stripe gave up on the card. */
  endedByFailure: boolean;
}

const statuses: Readonly<Record<string, RecurringGiftStatus>> = {
  incomplete: 'pending',
  incomplete_expired: 'expired',
  trialing: 'active',
  active: 'active',
  past_due: 'past_due',
  unpaid: 'past_due',
  paused: 'past_due',
  canceled: 'stopped',
};

/** The facts, or null for a subscription that is none of ours: it carries no recurring gift. */
export function subscriptionFacts(subscription: Stripe.Subscription): SubscriptionFacts | null {
  const recurringGiftId = subscription.metadata['recurring_gift_id'];
  if (!recurringGiftId) return null;
  const item = subscription.items.data[0];
  // Somebody who ended it at Stripe's portal "at the end of the month" has paid for nothing that is still to come.
  const ends = subscription.cancel_at_period_end || subscription.cancel_at !== null;
  const status = ends ? 'stopped' : (statuses[subscription.status] ?? 'active');
  const stopped = status === 'stopped' || status === 'expired';
  return {
    recurringGiftId,
    subscriptionId: subscription.id,
    customerId: idOf(subscription.customer),
    status,
    charged: monthlyAmount(subscription),
    itemId: item?.id ?? null,
    productId: idOf(item?.price.product),
    split: splitIn(subscription.metadata),
    startedAt: seconds(subscription.start_date),
    nextChargeAt: stopped || !item ? null : seconds(item.current_period_end),
    stoppedAt: stopped ? seconds(subscription.canceled_at ?? subscription.ended_at ?? subscription.created) : null,
    endedByFailure: subscription.cancellation_details?.reason === 'payment_failed',
  };
}

/** Reads the split out of metadata; null where there is none or it is nonsense. */
export function splitIn(metadata: Stripe.Metadata | null | undefined): Split | null {
  const { intended_minor: intended, cover_minor: cover } = metadata ?? {};
  if (!/^\d{1,15}$/.test(intended ?? '') || !/^\d{1,15}$/.test(cover ?? '')) return null;
  return { intended: BigInt(intended!), cover: BigInt(cover!) };
}

/**
 * How an amount that was charged divides: as one of these that has the same sum says. Where none has (somebody changed
 * the price at Stripe), all of it is the gift.
 */
export function splitOf(amount: bigint, known: ReadonlyArray<Split | null>): Split {
  return known.find((split) => split && split.intended + split.cover === amount) ?? { intended: amount, cover: 0n };
}

export function seconds(epoch: number): Date {
  return new Date(epoch * 1000);
}

function monthlyAmount(subscription: Stripe.Subscription): bigint | null {
  const [item, ...others] = subscription.items.data;
  if (!item || others.length > 0 || item.price.unit_amount === null) return null;
  return BigInt(item.price.unit_amount) * BigInt(item.quantity ?? 1);
}
