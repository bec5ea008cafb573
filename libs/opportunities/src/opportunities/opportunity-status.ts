import { registerEnumType } from '@nestjs/graphql';
import type { StatusChanges } from '@upstander/platform';

/** Where an opportunity stands. */
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

/** What is on the site may be changed, taken off or run out. */
const fromTheSite = ['expired', 'filled', 'withdrawn', 'in_review', 'draft', 'changes_requested', 'refused'] as const;

/** From where to where an opportunity goes; the database keeps to it. */
export const opportunityChanges: StatusChanges<OpportunityStatus> = {
  draft: ['in_review', 'withdrawn'],
  in_review: ['published', 'changes_requested', 'refused', 'draft', 'withdrawn'],
  changes_requested: ['in_review', 'refused', 'withdrawn'],
  published: ['expiring', ...fromTheSite],
  expiring: ['published', ...fromTheSite],
  expired: ['published', 'in_review', 'draft', 'filled', 'withdrawn'],
  filled: ['in_review', 'draft'],
  withdrawn: ['in_review', 'draft'],
  refused: [],
};

registerEnumType(OpportunityStatus, {
  name: 'OpportunityStatus',
  description: 'Where an opportunity stands; it is on the site while it is published or expiring.',
});
