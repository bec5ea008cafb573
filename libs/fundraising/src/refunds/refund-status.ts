import { registerEnumType } from '@nestjs/graphql';
import type { StatusChanges } from '@upstander/platform';

export const RefundStatus = {
  PROPOSED: 'proposed',
  DECLINED: 'declined',
  REQUESTED: 'requested',
  PENDING: 'pending',
  SUCCEEDED: 'succeeded',
  FAILED: 'failed',
} as const;
export type RefundStatus = (typeof RefundStatus)[keyof typeof RefundStatus];

registerEnumType(RefundStatus, {
  name: 'RefundStatus',
  description: 'Where a refund stands.',
  valuesMap: {
    PROPOSED: { description: 'Above the limit of one person: waits for a second.' },
    REQUESTED: { description: 'On its way to Stripe.' },
    PENDING: { description: 'Stripe has it; the bank of the donor is slow.' },
  },
});

/** From where to where a refund goes; the database keeps to it. One that could not be sent may have reached Stripe after all. */
export const refundChanges: StatusChanges<RefundStatus> = {
  proposed: ['declined', 'requested'],
  declined: [],
  requested: ['pending', 'succeeded', 'failed'],
  pending: ['succeeded', 'failed'],
  succeeded: ['failed'],
  failed: ['pending', 'succeeded'],
};
