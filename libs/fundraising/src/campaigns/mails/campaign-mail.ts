import type { LocaleName } from '@upstander/identity';
import type { MailText } from '@upstander/notifications';
import type { Campaign } from '../campaign.entity.js';

/** Every mail about a campaign whose row names the campaign as its subject. */
export type CampaignMailName =
  | 'fundraiser-confirm'
  | 'campaign-submitted'
  | 'campaign-approved'
  | 'campaign-changes-requested'
  | 'campaign-refused'
  | 'campaign-ended'
  | 'campaign-edited'
  | 'campaign-edit-approved'
  | 'campaign-edit-declined'
  | 'update-submitted'
  | 'update-published'
  | 'update-declined'
  | 'page-submitted'
  | 'disbursement-overdue';

/** A campaign, as its mails see it. */
export interface CampaignFacts extends Omit<Campaign, 'story'> {
  editWaits: boolean;
  beneficiaryName: string;
  raisedMinor: string;
  disbursableMinor: string;
}

/** What every letter about a campaign can say. */
export interface About {
  campaign: CampaignFacts;
  title: string;
  organisation: string;
  /** Where they may write to. */
  contact: string;
  goal: string;
  raised: string;
  disbursable: string;
  /** Where its organizer manages it: their personal page, or the desk. */
  manageUrl: string;
  deskUrl: string;
  publicUrl: string;
}

export interface CampaignMail {
  name: CampaignMailName;
  /** Whether there is still a reason for it when it is sent. */
  stillTrue: (campaign: CampaignFacts) => boolean;
  letter: Readonly<Record<LocaleName, (about: About) => MailText>>;
}

/** One line, as a subject can carry it. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
