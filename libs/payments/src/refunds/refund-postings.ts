import { reversed, type PostingDraft, type TransactionDraft } from '@upstander/ledger';
import type Stripe from 'stripe';
import type { ChargedGift } from '../stripe/charge-readings.js';
import type { RefundShare } from './refund-shares.js';

/** True if the money came back: the donor's bank rejected the refund, or it was canceled. */
export function isFailed(refund: Stripe.Refund): boolean {
  return refund.status === 'failed' || refund.status === 'canceled';
}

/** True if the refund ever left our Stripe balance. */
export function hasLeftBalance(refund: Stripe.Refund): boolean {
  return refund.balance_transaction !== null || !isFailed(refund);
}

/** Returns the ledger transactions of a refund: that it left and, if it failed, that it came back. */
export function refundDrafts(refund: Stripe.Refund, gift: ChargedGift, share: RefundShare): TransactionDraft[] {
  const { campaignId: ownerId, currency } = gift;
  return drafts(refund, gift.id, [
    { kind: 'refunded', ownerId, amountMinor: share.intendedMinor, currency },
    { kind: 'refunded-cover', ownerId, amountMinor: share.coverMinor, currency },
  ]);
}

export function unmatchedRefundDrafts(refund: Stripe.Refund): TransactionDraft[] {
  const currency = refund.currency.toUpperCase();
  return drafts(refund, null, [{ kind: 'unmatched', amountMinor: BigInt(refund.amount), currency }]);
}

function drafts(refund: Stripe.Refund, subjectId: string | null, taken: PostingDraft[]): TransactionDraft[] {
  if (!hasLeftBalance(refund)) return [];
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
