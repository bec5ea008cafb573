import { registerEnumType } from '@nestjs/graphql';
import type { StatusChanges } from '@upstander/platform';

/** Where a campaign stands. */
export const CampaignStatus = {
  UNCONFIRMED: 'unconfirmed',
  DRAFT: 'draft',
  IN_REVIEW: 'in_review',
  CHANGES_REQUESTED: 'changes_requested',
  REFUSED: 'refused',
  LIVE: 'live',
  PAUSED: 'paused',
  ENDED: 'ended',
} as const;
export type CampaignStatus = (typeof CampaignStatus)[keyof typeof CampaignStatus];

registerEnumType(CampaignStatus, {
  name: 'CampaignStatus',
  description: 'Where a campaign stands; the public sees it when it is live, paused or ended.',
});

/** From where to where a campaign goes; the database keeps to it. */
export const campaignChanges: StatusChanges<CampaignStatus> = {
  unconfirmed: ['in_review'],
  draft: ['in_review'],
  in_review: ['live', 'changes_requested', 'refused'],
  changes_requested: ['in_review', 'refused'],
  refused: [],
  live: ['paused', 'ended'],
  paused: ['live', 'ended'],
  ended: [],
};

/** The states in which everybody may see a campaign. */
export const publicStatuses: readonly CampaignStatus[] = ['live', 'paused', 'ended'];
