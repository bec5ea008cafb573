import { ObjectType } from '@nestjs/graphql';
import { Money, SummedConnectionOf } from '@upstander/ledger';
import { ComputedField, SeenBy } from '@upstander/platform';
import { ManagedBeneficiary } from '../beneficiaries/managed-beneficiary.js';
import { ManagedPage } from './managed-page.js';
import { ManagedUpdate } from './update.entity.js';
import { Campaign } from './campaign.entity.js';
import { PendingEdit } from './edit.js';
import { CampaignStatusChange } from './campaign-status-change.entity.js';

@ObjectType({ description: 'A campaign, as shown to staff who manage it.' })
export class ManagedCampaign extends SeenBy(Campaign, 'staff', [
  'minimum',
  'feePercent',
  'feeFixed',
  'matching',
  'recentGifts',
  'giftMails',
  'beneficiary',
  'edit',
  'pages',
  'updates',
]) {
  @ComputedField(() => ManagedBeneficiary) beneficiary!: ManagedBeneficiary;
  @ComputedField(() => PendingEdit, { nullable: true, description: 'Edits awaiting review; null if none.' })
  edit!: PendingEdit | null;
  @ComputedField(() => Money, {
    description: 'Amount available for disbursement now: settled, not committed elsewhere, with known fees.',
  })
  disbursable!: Money;
  @ComputedField(() => [CampaignStatusChange], { description: 'History of the campaign, newest first; at most 100.' })
  history!: CampaignStatusChange[];
  @ComputedField(() => [ManagedPage], { description: 'Fundraising pages, newest first; at most 200.' })
  pages!: ManagedPage[];
  @ComputedField(() => [ManagedUpdate], { description: 'Campaign updates, newest first; at most 100.' })
  updates!: ManagedUpdate[];
}

@ObjectType()
export class ManagedCampaignConnection extends SummedConnectionOf(ManagedCampaign, 'ManagedCampaign') {}
