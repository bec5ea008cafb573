import { registerEnumType } from '@nestjs/graphql';

/** Where a business stands in its vetting. */
export const BusinessStatus = {
  SUBMITTED: 'submitted',
  IN_REVIEW: 'in_review',
  CHANGES_REQUESTED: 'changes_requested',
  APPROVED: 'approved',
  REFUSED: 'refused',
  LAPSED: 'lapsed',
  SUSPENDED: 'suspended',
} as const;
export type BusinessStatus = (typeof BusinessStatus)[keyof typeof BusinessStatus];

registerEnumType(BusinessStatus, {
  name: 'BusinessStatus',
  description: 'Where a business stands in its vetting; its listings are shown while it is approved.',
});
