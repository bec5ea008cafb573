import { registerEnumType } from '@nestjs/graphql';

/** Where a recurring gift stands. */
export const RecurringGiftStatus = {
  PENDING: 'pending',
  ACTIVE: 'active',
  PAST_DUE: 'past_due',
  STOPPED: 'stopped',
  EXPIRED: 'expired',
} as const;
export type RecurringGiftStatus = (typeof RecurringGiftStatus)[keyof typeof RecurringGiftStatus];

registerEnumType(RecurringGiftStatus, {
  name: 'RecurringGiftStatus',
  description: 'Where a recurring gift stands.',
  valuesMap: {
    PENDING: { description: 'Its first month is not paid yet.' },
    PAST_DUE: { description: 'The last charge failed; Stripe tries again for a while.' },
    STOPPED: { description: 'Ended by the donor, by staff, or because the card failed for too long.' },
    EXPIRED: { description: 'Its first month was never paid.' },
  },
});
