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
  description: 'Where a business stands in its vetting; its opportunities are shown while it is approved.',
});

/** What somebody may do for a business. */
export const BusinessRole = { OWNER: 'owner', EDITOR: 'editor' } as const;
export type BusinessRole = (typeof BusinessRole)[keyof typeof BusinessRole];

registerEnumType(BusinessRole, {
  name: 'BusinessRole',
  description:
    'An editor posts opportunities; an owner also changes what is vetted, submits, and says who belongs to it.',
});

/** SQL: whether it is the turn of staff. `b` is the business. */
export const waitsForStaff = `(b.status IN ('submitted', 'in_review') OR b.renewing)`;
