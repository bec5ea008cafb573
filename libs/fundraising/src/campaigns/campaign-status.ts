import { registerEnumType } from '@nestjs/graphql';

/** Where a campaign stands. The steps between are rows of fundraising.campaign_step. */
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

/** The states in which everybody may see a campaign. */
export const publicStatuses: readonly CampaignStatus[] = ['live', 'paused', 'ended'];
