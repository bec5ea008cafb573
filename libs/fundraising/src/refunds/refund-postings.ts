import { reversed, type PostingDraft, type TransactionDraft } from '@upstander/ledger';
import type Stripe from 'stripe';
import type { ChargedGift } from '../stripe/charge-readings.js';
import type { Share } from './refund-shares.js';

/** Whether a refund came back to us: the bank of the donor would not have it, or somebody stopped it. */
export function isFailed(refund: Stripe.Refund): boolean {
  return refund.status === 'failed' || refund.status === 'canceled';
}

/** Whether a refund ever left our balance at Stripe. */
export function hasLeft(refund: Stripe.Refund): boolean {
  return refund.balance_transaction !== null || !isFailed(refund);
}

/** What a refund means to the ledger: that it left, and that it came back. */
export function refundDrafts(refund: Stripe.Refund, gift: ChargedGift, share: Share): TransactionDraft[] {
  const { campaignId: ownerId, currency } = gift;
  return drafts(refund, gift.id, [
    { kind: 'refunded', ownerId, amountMinor: share.intendedMinor, currency },
    { kind: 'refunded-cover', ownerId, amountMinor: share.coverMinor, currency },
  ]);
}

/** The same for a charge that was nobody's. */
export function unmatchedRefundDrafts(refund: Stripe.Refund): TransactionDraft[] {
  const currency = refund.currency.toUpperCase();
  return drafts(refund, null, [{ kind: 'unmatched', amountMinor: BigInt(refund.amount), currency }]);
}

function drafts(refund: Stripe.Refund, subjectId: string | null, taken: PostingDraft[]): TransactionDraft[] {
  if (!hasLeft(refund)) return [];
  const happenedAt = new Date(refund.created * 1000);
  const left: TransactionDraft = {
    kind: 'refund',
    externalRef: `refund:${refund.id}`,
    subjectId,
    happenedAt,
    postings: [
      ...taken,
      { kind: 'stripe-balance', amountMinor: -BigInt(refund.amount), currency: refund.currency.toUpperCase() },
    ],
  };
  return isFailed(refund) ? [left, reversed(left, { externalRef: `refund:${refund.id}:failed`, happenedAt })] : [left];
}
