import { enumOf, type EnumOf } from '@upstander/platform';

export const RecurringGiftStatus = enumOf('RecurringGiftStatus', 'Where a recurring gift stands.', {
  pending: 'Its first month is not paid yet.',
  active: 'Charged each month.',
  past_due: 'The last charge failed; Stripe tries again for a while.',
  stopped: 'Ended by the donor, by staff, or because the card failed for too long.',
  expired: 'Its first month was never paid.',
});
export type RecurringGiftStatus = EnumOf<typeof RecurringGiftStatus>;
