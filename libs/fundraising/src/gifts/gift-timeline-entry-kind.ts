import { registerEnumType } from '@nestjs/graphql';

/** What can happen in the life of a gift. */
export const GiftTimelineEntryKind = {
  STARTED: 'started',
  RECORDED: 'recorded',
  PROCESSING: 'processing',
  PAID: 'paid',
  FAILED: 'failed',
  EXPIRED: 'expired',
  CANCELLED: 'cancelled',
  FEE: 'fee',
  MATCHED: 'matched',
  RECEIPT_ISSUED: 'receipt-issued',
  RECEIPT_VOIDED: 'receipt-voided',
  REFUND_PROPOSED: 'refund-proposed',
  REFUND_APPROVED: 'refund-approved',
  REFUND_DECLINED: 'refund-declined',
  REFUND_REQUESTED: 'refund-requested',
  REFUND_AT_STRIPE: 'refund-at-stripe',
  REFUND_SUCCEEDED: 'refund-succeeded',
  REFUND_FAILED: 'refund-failed',
  DISPUTE_OPENED: 'dispute-opened',
  DISPUTE_WON: 'dispute-won',
  DISPUTE_LOST: 'dispute-lost',
  DISPUTE_CLOSED: 'dispute-closed',
  FRAUD_WARNING: 'fraud-warning',
  FRAUD_WARNING_HANDLED: 'fraud-warning-handled',
  PAID_OUT: 'paid-out',
  SEEN_AT_BANK: 'seen-at-bank',
} as const;
export type GiftTimelineEntryKind = (typeof GiftTimelineEntryKind)[keyof typeof GiftTimelineEntryKind];

registerEnumType(GiftTimelineEntryKind, {
  name: 'GiftTimelineEntryKind',
  description: 'What can happen in the life of a gift.',
  valuesMap: {
    REFUND_PROPOSED: { description: 'Asked for above the limit of one person.' },
    REFUND_AT_STRIPE: { description: 'Made in the Stripe dashboard.' },
    DISPUTE_CLOSED: { description: 'A question of the bank that ended without moving money.' },
  },
});
