import { statusOf, type EnumOf } from '@upstander/platform';

export const RefundStatus = statusOf('RefundStatus', 'Where a refund stands.', {
  proposed: { to: ['declined', 'requested'], description: 'Above the limit of one person: waits for a second.' },
  declined: { to: [], description: 'A second person said no.' },
  requested: { to: ['pending', 'succeeded', 'failed'], description: 'On its way to Stripe.' },
  pending: { to: ['succeeded', 'failed'], description: 'Stripe has it; the bank of the donor is slow.' },
  succeeded: { to: ['failed'], description: 'The money went back.' },
  failed: { to: ['pending', 'succeeded'], description: 'Stripe could not pay it back.' },
});
export type RefundStatus = EnumOf<typeof RefundStatus>;
