import { statusOf, type EnumOf } from '@upstander/platform';

export const OpportunityStatus = statusOf(
  'OpportunityStatus',
  'Where an opportunity stands; it is on the site while it is published or expiring.',
  {
    draft: { to: ['in_review', 'withdrawn'], description: 'Only its business sees it.' },
    in_review: {
      to: ['published', 'changes_requested', 'refused', 'draft', 'withdrawn'],
      description: 'It waits to be read by staff.',
    },
    changes_requested: {
      to: ['in_review', 'refused', 'withdrawn'],
      description: 'Staff asked for a change; it is the turn of the business.',
    },
    published: {
      to: ['expiring', 'expired', 'filled', 'withdrawn', 'in_review', 'draft', 'changes_requested', 'refused'],
      description: 'On the site.',
    },
    expiring: {
      to: ['published', 'expired', 'filled', 'withdrawn', 'in_review', 'draft', 'changes_requested', 'refused'],
      description: 'On the site for a few more days.',
    },
    expired: {
      to: ['published', 'in_review', 'draft', 'filled', 'withdrawn'],
      description: 'Its time is over; it may be renewed.',
    },
    filled: { to: ['in_review', 'draft'], description: 'Somebody has the place.' },
    withdrawn: { to: ['in_review', 'draft'], description: 'The business took it back.' },
    refused: { to: [], description: 'Staff said no.' },
  },
);
export type OpportunityStatus = EnumOf<typeof OpportunityStatus>;

