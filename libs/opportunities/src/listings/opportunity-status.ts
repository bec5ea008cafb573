import { registerEnumType } from '@nestjs/graphql';

/** Where a listing stands. The steps between are rows of opportunities.listing_step. */
export const OpportunityStatus = {
  DRAFT: 'draft',
  IN_REVIEW: 'in_review',
  CHANGES_REQUESTED: 'changes_requested',
  PUBLISHED: 'published',
  EXPIRING: 'expiring',
  EXPIRED: 'expired',
  FILLED: 'filled',
  WITHDRAWN: 'withdrawn',
  REFUSED: 'refused',
} as const;
export type OpportunityStatus = (typeof OpportunityStatus)[keyof typeof OpportunityStatus];

registerEnumType(OpportunityStatus, {
  name: 'OpportunityStatus',
  description: 'Where a listing stands; it is on the site while it is published or expiring.',
});
