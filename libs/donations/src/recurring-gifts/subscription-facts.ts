import { idOf } from '@upstander/payments';
import type Stripe from 'stripe';
import type { RecurringGiftStatus } from './recurring-gift-status.js';

/** Gift and fee coverage within an amount, as stored in the subscription's metadata. */
export interface AmountSplit {
  intended: bigint;
  cover: bigint;
}

export interface SubscriptionFacts {
  recurringGiftId: string;
  subscriptionId: string;
  customerId: string | null;
  status: RecurringGiftStatus;
  /** Monthly amount from now on; null if there isn't exactly one monthly price. */
  charged: bigint | null;
  itemId: string | null;
  productId: string | null;
  split: AmountSplit | null;
  startedAt: Date;
  /** Null if nothing more will be charged. */
  nextChargeAt: Date | null;
  stoppedAt: Date | null;
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

/** Returns the data of a subscription, or null if it belongs to no recurring gift of ours. */
export function subscriptionFacts(subscription: Stripe.Subscription): SubscriptionFacts | null {
  const recurringGiftId = subscription.metadata['recurring_gift_id'];
  if (!recurringGiftId) return null;
  const item = subscription.items.data[0];
  // A subscription canceled "at the end of the month" in Stripe's portal won't be charged again.
  const isEnding = subscription.cancel_at_period_end || subscription.cancel_at !== null;
  const status = isEnding ? 'stopped' : (statuses[subscription.status] ?? 'active');
  const stopped = status === 'stopped' || status === 'expired';
  return {
    recurringGiftId,
    subscriptionId: subscription.id,
    customerId: idOf(subscription.customer),
    status,
    charged: monthlyAmount(subscription),
    itemId: item?.id ?? null,
    productId: idOf(item?.price.product),
    split: readSplit(subscription.metadata),
    startedAt: seconds(subscription.start_date),
    nextChargeAt: stopped || !item ? null : seconds(item.current_period_end),
    stoppedAt: stopped ? seconds(subscription.canceled_at ?? subscription.ended_at ?? subscription.created) : null,
    endedByFailure: subscription.cancellation_details?.reason === 'payment_failed',
  };
}

/** Reads the split from metadata. Returns null if it is missing or invalid. */
export function readSplit(metadata: Stripe.Metadata | null | undefined): AmountSplit | null {
  const { intended_minor: intendedText, cover_minor: cover } = metadata ?? {};
  if (!/^\d{1,15}$/.test(intendedText ?? '') || !/^\d{1,15}$/.test(cover ?? '')) return null;
  return { intended: BigInt(intendedText!), cover: BigInt(cover!) };
}

/**
 * Splits an amount like the first known split with the same total. If none matches, because the price
 * was changed at Stripe, all of it counts as the gift.
 */
export function splitOf(amount: bigint, knownSplits: ReadonlyArray<AmountSplit | null>): AmountSplit {
  return (
    knownSplits.find((split) => split && split.intended + split.cover === amount) ?? { intended: amount, cover: 0n }
  );
}

export function seconds(epoch: number): Date {
  return new Date(epoch * 1000);
}

function monthlyAmount(subscription: Stripe.Subscription): bigint | null {
  const [item, ...otherItems] = subscription.items.data;
  if (!item || otherItems.length > 0 || item.price.unit_amount === null) return null;
  return BigInt(item.price.unit_amount) * BigInt(item.quantity ?? 1);
}
