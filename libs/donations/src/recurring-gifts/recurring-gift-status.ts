import { enumOf, type EnumOf } from '@upstander/platform';

export const RecurringGiftStatus = enumOf('RecurringGiftStatus', 'Status of a recurring gift.', {
  pending: 'The first payment is pending.',
  active: 'Charged every month.',
  past_due: 'The last charge failed; Stripe is retrying.',
  stopped: 'Stopped by the donor, by staff, or after repeated failed charges.',
  expired: 'The first payment was never made.',
});
export type RecurringGiftStatus = EnumOf<typeof RecurringGiftStatus>;
