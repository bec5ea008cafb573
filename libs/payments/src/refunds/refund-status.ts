import { statusOf, type EnumOf } from '@upstander/platform';

export const RefundStatus = statusOf('RefundStatus', 'Status of a refund.', {
  proposed: {
    to: ['declined', 'requested'],
    description: 'Above the single-approver limit; awaiting approval by a second person.',
  },
  declined: { to: [], description: 'Declined by a second person.' },
  requested: { to: ['pending', 'succeeded', 'failed'], description: 'Being submitted to Stripe.' },
  pending: { to: ['succeeded', 'failed'], description: "Accepted by Stripe; awaiting the donor's bank." },
  succeeded: { to: ['failed'], description: 'Refunded.' },
  failed: { to: ['pending', 'succeeded'], description: 'Stripe could not pay the refund.' },
});
export type RefundStatus = EnumOf<typeof RefundStatus>;
