import { enumOf, statusOf, type EnumOf } from '@upstander/platform';

export const BusinessStatus = statusOf(
  'BusinessStatus',
  'Vetting status of a business. Its opportunities are shown only while it is approved.',
  {
    submitted: {
      initial: true,
      to: ['in_review', 'changes_requested', 'refused'],
      description: 'Awaiting review by staff.',
    },
    in_review: {
      to: ['approved', 'changes_requested', 'refused', 'submitted'],
      description: 'Under review by staff.',
    },
    changes_requested: { to: ['submitted'], description: 'Staff requested changes from the business.' },
    approved: {
      to: ['suspended', 'in_review', 'submitted', 'lapsed'],
      description: 'Approved by two people; its opportunities can be shown.',
    },
    refused: { to: ['submitted'], description: 'Declined by staff; it cannot be submitted again.' },
    lapsed: {
      to: ['suspended', 'submitted'],
      description: 'The one-year approval expired; its opportunities are hidden.',
    },
    suspended: { to: ['submitted'], description: 'Suspended by staff; everything it published is hidden.' },
  },
);
export type BusinessStatus = EnumOf<typeof BusinessStatus>;

export const BusinessRole = enumOf('BusinessRole', 'Role of a member of a business.', {
  owner: 'Can do everything, including editing vetted data, submitting for review, and managing members.',
  editor: 'Writes opportunities and responds to introductions.',
});
export type BusinessRole = EnumOf<typeof BusinessRole>;

/** SQL condition: business `b` is waiting for staff. */
export const pendingCondition = `(b.status IN ('submitted', 'in_review') OR b.renewing)`;

/**
 * SQL: the status of business `b` at an instant. An approval past its last day is lapsed even before the job records
 * it.
 */
export function statusNow(at: string): string {
  return `CASE WHEN b.status = 'approved' AND NOT opportunities.is_approved(b, ${at}::timestamptz)
    THEN CASE WHEN b.renewing THEN 'submitted' ELSE 'lapsed' END ELSE b.status END`;
}
