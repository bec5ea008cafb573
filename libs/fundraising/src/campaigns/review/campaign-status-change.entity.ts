import { ObjectType } from '@nestjs/graphql';
import { Answer, Choice, Instant, LongText, Ref, SerialId } from '@upstander/platform';
import { Entity } from 'typeorm';
import { CampaignStatus } from '../campaign-status.js';

const seenBy = 'anyone';

/** Added with each change, never changed itself. */
@ObjectType({ description: 'A change of the status of a campaign, and who made it.' })
@Entity({ schema: 'fundraising', name: 'campaign_status_change' })
export class CampaignStatusChange {
  @SerialId() id!: string;
  @Ref() campaignId!: string;
  @Choice(CampaignStatus, { nullable: true }) fromStatus!: CampaignStatus | null;
  @Choice(CampaignStatus) toStatus!: CampaignStatus;
  @Answer(() => CampaignStatus, { nullable: true, description: 'Null: it was made.' }) from!: CampaignStatus | null;
  @Answer(() => CampaignStatus) to!: CampaignStatus;
  @LongText({ seenBy, max: 2_000, default: '' }) note!: string;
  @Ref({ nullable: true }) accountId!: string | null;
  @Instant({ seenBy }) at!: Date;
  @Answer(() => String, { nullable: true, description: 'Null: its organizer by their link, or the calendar.' })
  actorName!: string | null;
}
