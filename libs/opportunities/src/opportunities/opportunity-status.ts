import { statusOf, type EnumOf } from '@upstander/platform';

export const OpportunityStatus = statusOf(
  'OpportunityStatus',
  'Status of an opportunity. Published and expiring opportunities are on the site.',
  {
    draft: { to: ['in_review', 'withdrawn'], description: 'Visible to its business only.' },
    in_review: {
      to: ['published', 'changes_requested', 'refused', 'draft', 'withdrawn'],
      description: 'Awaiting review by staff.',
    },
    changes_requested: {
      to: ['in_review', 'refused', 'withdrawn'],
      description: 'Staff requested changes from the business.',
    },
    published: {
      to: ['expiring', 'expired', 'filled', 'withdrawn', 'in_review', 'draft', 'changes_requested', 'refused'],
      description: 'On the site.',
    },
    expiring: {
      to: ['published', 'expired', 'filled', 'withdrawn', 'in_review', 'draft', 'changes_requested', 'refused'],
      description: 'On the site and expiring within days.',
    },
    expired: {
      to: ['published', 'in_review', 'draft', 'filled', 'withdrawn'],
      description: 'Expired; can be renewed.',
    },
    filled: { to: ['in_review', 'draft'], description: 'The position was filled.' },
    withdrawn: { to: ['in_review', 'draft'], description: 'Withdrawn by the business.' },
    refused: { to: [], description: 'Declined by staff.' },
  },
);
export type OpportunityStatus = EnumOf<typeof OpportunityStatus>;
