import { ObjectType } from '@nestjs/graphql';
import { ComputedField, Choice, Instant, LongText, Ref, SerialId, NoPersonalData } from '@upstander/platform';
import { Entity } from 'typeorm';
import { CampaignStatus } from './campaign-status.js';

const seenBy = 'anyone';

/** Insert-only. */
@ObjectType({ description: 'A status change of a campaign.' })
@NoPersonalData('from_status to_status note')
@Entity({ schema: 'fundraising', name: 'campaign_status_change' })
export class CampaignStatusChange {
  @SerialId() id!: string;
  @Ref() campaignId!: string;
  @Choice(CampaignStatus, { nullable: true }) fromStatus!: CampaignStatus | null;
  @Choice(CampaignStatus) toStatus!: CampaignStatus;
  @ComputedField(() => CampaignStatus, {
    nullable: true,
    description: 'Previous status; null when the campaign was created.',
  })
  from!: CampaignStatus | null;
  @ComputedField(() => CampaignStatus) to!: CampaignStatus;
  @LongText({ seenBy, max: 2_000, default: '' }) note!: string;
  @Ref({ nullable: true }) accountId!: string | null;
  @Instant({ seenBy }) at!: Date;
  @ComputedField(() => String, {
    nullable: true,
    description:
      'Name of the person who made the change; null for the organizer by personal link and for automatic changes.',
  })
  actorName!: string | null;
}
