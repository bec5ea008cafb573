import type { LocaleName } from '@upstander/identity';
import type { MailText } from '@upstander/notifications';
import type { Campaign } from '../campaigns/campaign.entity.js';

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

export interface CampaignFacts extends Omit<Campaign, 'story'> {
  editWaits: boolean;
  beneficiaryName: string;
  raisedMinor: string;
  disbursableMinor: string;
}

export interface CampaignEmailValues {
  locale: LocaleName;
  campaign: CampaignFacts;
  title: string;
  organization: string;
  contact: string;
  goal: string;
  raised: string;
  disbursable: string;
  /** Management page of the organizer: the personal link of a supporter, otherwise the admin. */
  manageUrl: string;
  deskUrl: string;
  publicUrl: string;
}

export interface CampaignMail {
  name: CampaignMailName;
  stillTrue: (campaign: CampaignFacts) => boolean;
  letter(about: CampaignEmailValues): MailText;
}
