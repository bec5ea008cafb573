import { ObjectType } from '@nestjs/graphql';
import { Money, SummedConnectionOf } from '@upstander/ledger';
import { Answer, SeenBy } from '@upstander/platform';
import { ManagedBeneficiary } from '../beneficiaries/managed-beneficiary.js';
import { ManagedPage } from '../pages/managed-page.js';
import { ManagedUpdate } from '../updates/update.entity.js';
import { Campaign } from './campaign.entity.js';
import { PendingEdit } from './edits/edit.js';
import { CampaignStatusChange } from './review/campaign-status-change.entity.js';

@ObjectType({ description: 'A campaign as those who look after it see it.' })
export class ManagedCampaign extends SeenBy(Campaign, 'staff', [
  ...(['minimum', 'feePercent', 'feeFixed', 'matching', 'recentGifts', 'giftMails'] as const),
  ...(['beneficiary', 'edit', 'pages', 'updates'] as const),
]) {
  @Answer(() => ManagedBeneficiary) beneficiary!: ManagedBeneficiary;
  @Answer(() => PendingEdit, { nullable: true, description: 'New words that wait for somebody to read them.' })
  edit!: PendingEdit | null;
  @Answer(() => Money, { description: 'What may be handed over now: settled, not promised elsewhere, fees known.' })
  disbursable!: Money;
  @Answer(() => [CampaignStatusChange], { description: 'The latest first; at most 100.' })
  history!: CampaignStatusChange[];
  @Answer(() => [ManagedPage], { description: 'The latest first; at most 200.' }) pages!: ManagedPage[];
  @Answer(() => [ManagedUpdate], { description: 'The latest first; at most 100.' }) updates!: ManagedUpdate[];
}

@ObjectType()
export class ManagedCampaignConnection extends SummedConnectionOf(ManagedCampaign, 'ManagedCampaign') {}
