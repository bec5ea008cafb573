import { statusOf, type EnumOf } from '@upstander/platform';

export const CampaignStatus = statusOf(
  'CampaignStatus',
  'Status of a campaign. Live, paused, and ended campaigns are public.',
  {
    unconfirmed: {
      to: ['in_review'],
      description: 'Started by a supporter who has not confirmed their email address yet.',
    },
    draft: { to: ['in_review'], description: 'Visible to its organizers and staff only.' },
    in_review: { to: ['live', 'changes_requested', 'refused'], description: 'Awaiting review.' },
    changes_requested: {
      to: ['in_review', 'refused'],
      description: 'A reviewer requested changes from the organizer.',
    },
    refused: { to: [], description: 'Declined by a reviewer.' },
    live: { to: ['paused', 'ended'], description: 'Public and accepting gifts.' },
    paused: { to: ['live', 'ended'], description: 'Public, but not accepting gifts for now.' },
    ended: { to: [], description: 'Ended; the page remains public but no longer accepts gifts.' },
  },
);
export type CampaignStatus = EnumOf<typeof CampaignStatus>;

export const publicStatuses: readonly CampaignStatus[] = ['live', 'paused', 'ended'];
