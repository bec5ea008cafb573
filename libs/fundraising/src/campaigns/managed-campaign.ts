import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Money } from '@upstander/ledger';
import { ConnectionOf, DateTimeScalar, EmailAddressScalar, LocalDateScalar, TimeZoneScalar } from '@upstander/platform';
import { ManagedBeneficiary } from '../beneficiaries/managed-beneficiary.js';
import { ManagedPage } from '../pages/managed-page.js';
import { ManagedUpdate } from '../updates/campaign-update.js';
import { CampaignStatus } from './campaign-status.js';
import { CampaignCover } from './campaign.js';
import { PendingEdit } from './edits/edit.js';
import { Waterfall } from './waterfall.js';

@ObjectType({ description: 'A step a campaign took, and who took it.' })
export class CampaignMoment {
  @Field(() => DateTimeScalar) at!: Date;
  @Field(() => CampaignStatus, { nullable: true, description: 'Null: it was made.' }) from!: CampaignStatus | null;
  @Field(() => CampaignStatus) to!: CampaignStatus;
  @Field(() => String) note!: string;
  @Field(() => String, { nullable: true, description: 'Null: its organizer by their link, or the calendar.' })
  actorName!: string | null;
}

@ObjectType({ description: 'A campaign as those who look after it see it.' })
export class ManagedCampaign {
  @Field(() => ID) id!: string;
  @Field(() => String) slug!: string;
  @Field(() => String) title!: string;
  @Field(() => String) summary!: string;
  @Field(() => String, { description: 'Markdown, as written.' }) story!: string;
  @Field(() => String) language!: string;
  @Field(() => CampaignStatus) status!: CampaignStatus;
  @Field(() => String) currency!: string;
  @Field(() => Money) goal!: Money;
  @Field(() => Money) raised!: Money;
  @Field(() => Int) giftCount!: number;
  @Field(() => TimeZoneScalar) timeZone!: string;
  @Field(() => LocalDateScalar, { nullable: true }) startsOn!: string | null;
  @Field(() => LocalDateScalar, { nullable: true }) endsOn!: string | null;
  @Field(() => DateTimeScalar) createdAt!: Date;
  @Field(() => DateTimeScalar) updatedAt!: Date;
  @Field(() => Int, { description: 'Raised by every change; a change names the version it was written on.' })
  version!: number;
  @Field(() => DateTimeScalar, { nullable: true }) submittedAt!: Date | null;
  @Field(() => DateTimeScalar, { nullable: true }) publishedAt!: Date | null;
  @Field(() => DateTimeScalar, { nullable: true }) endedAt!: Date | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'From then on the beneficiary stays.' })
  firstGiftAt!: Date | null;
  @Field(() => CampaignCover, { nullable: true }) cover!: CampaignCover | null;
  @Field(() => String) organizerName!: string;
  @Field(() => EmailAddressScalar) organizerEmail!: string;
  @Field(() => Boolean, { description: 'A supporter without an account started it.' }) bySupporter!: boolean;
  @Field(() => ID, { nullable: true, description: 'Null: it belongs to the organisation.' }) chapterId!: string | null;
  @Field(() => String, { nullable: true }) chapterName!: string | null;
  @Field(() => ManagedBeneficiary) beneficiary!: ManagedBeneficiary;
  @Field(() => [ID]) eventIds!: string[];
  @Field(() => Boolean) acceptsGifts!: boolean;
  @Field(() => String, { nullable: true, description: 'What the reviewer wrote last.' }) reviewNote!: string | null;
  @Field(() => PendingEdit, { nullable: true, description: 'New words that wait for somebody to read them.' })
  edit!: PendingEdit | null;
  @Field(() => Waterfall) waterfall!: Waterfall;
  @Field(() => Money, { description: 'What may be handed over now: settled, not promised elsewhere, fees known.' })
  disbursable!: Money;
  @Field(() => [CampaignMoment], { description: 'The latest first; at most 100.' }) history!: CampaignMoment[];
  @Field(() => [ManagedPage], { description: 'The latest first; at most 200.' }) pages!: ManagedPage[];
  @Field(() => [ManagedUpdate], { description: 'The latest first; at most 100.' }) updates!: ManagedUpdate[];
}

@ObjectType()
export class ManagedCampaignConnection extends ConnectionOf(ManagedCampaign, 'ManagedCampaign') {}
