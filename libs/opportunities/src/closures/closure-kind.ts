import { enumOf, type EnumOf } from '@upstander/platform';

export const ClosureKind = enumOf('ClosureKind', 'Why a business or an opportunity is no longer available.', {
  business_suspended: 'Staff suspended the business.',
  business_refused: 'Staff declined the business or its renewal.',
  business_lapsed: 'Its approval expired before it was renewed.',
  business_in_review: 'Its approval is no longer in effect, and staff are reviewing it again.',
  business_unattended: 'Everyone who acted for it has left or closed their account.',
  opportunity_filled: 'The business hired someone.',
  opportunity_withdrawn: 'The business withdrew it.',
  opportunity_expired: 'Its last day has passed.',
  opportunity_refused: 'Staff declined it.',
  opportunity_taken_down: 'Staff took it off the site until the business corrects it.',
});
export type ClosureKind = EnumOf<typeof ClosureKind>;
