import { registerEnumType } from '@nestjs/graphql';

/** Why people can no longer be introduced to a business, or why an opportunity left the site. */
export const ClosureKind = {
  BUSINESS_SUSPENDED: 'business_suspended',
  BUSINESS_REFUSED: 'business_refused',
  BUSINESS_LAPSED: 'business_lapsed',
  BUSINESS_IN_REVIEW: 'business_in_review',
  BUSINESS_UNATTENDED: 'business_unattended',
  OPPORTUNITY_FILLED: 'opportunity_filled',
  OPPORTUNITY_WITHDRAWN: 'opportunity_withdrawn',
  OPPORTUNITY_EXPIRED: 'opportunity_expired',
  OPPORTUNITY_REFUSED: 'opportunity_refused',
  OPPORTUNITY_TAKEN_DOWN: 'opportunity_taken_down',
} as const;
export type ClosureKind = (typeof ClosureKind)[keyof typeof ClosureKind];

registerEnumType(ClosureKind, {
  name: 'ClosureKind',
  description: 'Why a business or an opportunity is no longer available.',
  valuesMap: {
    BUSINESS_SUSPENDED: { description: 'Staff suspended the business.' },
    BUSINESS_LAPSED: { description: 'Its approval expired before it was renewed.' },
    BUSINESS_REFUSED: { description: 'Staff declined the business, also when it asked to be renewed.' },
    BUSINESS_IN_REVIEW: { description: 'Its approval no longer holds, and staff are reviewing it again.' },
    BUSINESS_UNATTENDED: { description: 'Everyone who acted for it has left or closed their account.' },
    OPPORTUNITY_FILLED: { description: 'The business hired someone.' },
    OPPORTUNITY_WITHDRAWN: { description: 'The business took it back.' },
    OPPORTUNITY_EXPIRED: { description: 'Its last day has passed.' },
    OPPORTUNITY_REFUSED: { description: 'Staff declined it.' },
    OPPORTUNITY_TAKEN_DOWN: { description: 'Staff took it off the site until the business corrects it.' },
  },
});
