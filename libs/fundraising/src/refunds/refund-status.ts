import { registerEnumType } from '@nestjs/graphql';

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
