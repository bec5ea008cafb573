import { statusOf, type EnumOf } from '@upstander/platform';

export const CampaignStatus = statusOf(
  'CampaignStatus',
  'Where a campaign stands; the public sees it when it is live, paused or ended.',
  {
    unconfirmed: { to: ['in_review'], description: 'A supporter began it and has not followed the link in the mail.' },
    draft: { to: ['in_review'], description: 'Only its organizers and staff see it.' },
    in_review: { to: ['live', 'changes_requested', 'refused'], description: 'It waits for a reviewer.' },
    changes_requested: {
      to: ['in_review', 'refused'],
      description: 'A reviewer asked for changes; it is the turn of the organizer.',
    },
    refused: { to: [], description: 'A reviewer said no.' },
    live: { to: ['paused', 'ended'], description: 'Everybody sees it, and it takes gifts.' },
    paused: { to: ['live', 'ended'], description: 'Everybody sees it; gifts are not taken for now.' },
    ended: { to: [], description: 'Over: the page stays, gifts are no longer taken.' },
  },
);
export type CampaignStatus = EnumOf<typeof CampaignStatus>;

/** The states in which everybody may see a campaign. */
export const publicStatuses: readonly CampaignStatus[] = ['live', 'paused', 'ended'];
