import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Money } from '@upstander/ledger';
import { ConnectionOf, DateTimeScalar, LocalDateScalar, TimeZoneScalar } from '@upstander/platform';
import { Beneficiary } from '../beneficiaries/beneficiary.js';
import { PublicGift } from '../gifts/public-gift.js';
import { PublicMatch } from '../matching/public-match.js';
import { CampaignPage } from '../pages/campaign-page.js';
import { CampaignUpdate } from '../updates/campaign-update.js';
import { CampaignStatus } from './campaign-status.js';
import { Waterfall } from './waterfall.js';

@ObjectType({ description: 'The picture of a campaign.' })
export class CampaignCover {
  @Field(() => String, { description: 'A path on this site.' }) url!: string;
  @Field(() => Int) width!: number;
  @Field(() => Int) height!: number;
  @Field(() => String) alt!: string;
}

/** A campaign as everybody may see it: plain fields out of one statement. The row has a class of its own. */
@ObjectType({ description: 'Something gifts are collected for.' })
export class Campaign {
  @Field(() => ID) id!: string;
  @Field(() => String, { description: 'Its address on the site; it never changes once the campaign was public.' })
  slug!: string;
  @Field(() => String) title!: string;
  @Field(() => String) summary!: string;
  /** Markdown, as written; the API shows it as `storyHtml`. */
  story!: string;
  @Field(() => String, { description: 'The language it is written in, en or es.' }) language!: string;
  @Field(() => CampaignStatus) status!: CampaignStatus;
  @Field(() => String) currency!: string;
  @Field(() => Money) goal!: Money;
  @Field(() => Money, { description: 'Settled gifts less refunds and lost disputes; fee cover and matches are apart.' })
  raised!: Money;
  @Field(() => Int) giftCount!: number;
  @Field(() => TimeZoneScalar) timeZone!: string;
  @Field(() => LocalDateScalar, { nullable: true }) startsOn!: string | null;
  @Field(() => LocalDateScalar, { nullable: true, description: 'The last day on which it takes gifts.' })
  endsOn!: string | null;
  @Field(() => DateTimeScalar, { nullable: true }) publishedAt!: Date | null;
  @Field(() => CampaignCover, { nullable: true }) cover!: CampaignCover | null;
  @Field(() => String) organizerName!: string;
  @Field(() => String, { nullable: true }) chapterName!: string | null;
  @Field(() => Beneficiary) beneficiary!: Beneficiary;
  @Field(() => [ID], { description: 'The events that belong to it.' }) eventIds!: string[];
  @Field(() => Boolean, { description: 'Whether a gift can be given now.' }) acceptsGifts!: boolean;
  @Field(() => Money, { description: 'The smallest gift.' }) minimum!: Money;
  @Field(() => String, { description: 'What card processing takes of a charge, such as 2.9.' }) feePercent!: string;
  @Field(() => Money, { description: 'What card processing takes for each charge.' }) feeFixed!: Money;
  @Field(() => Waterfall) waterfall!: Waterfall;
  @Field(() => [PublicMatch]) matching!: PublicMatch[];
  @Field(() => [CampaignPage], { description: 'Those that raised most first; at most 100.' }) pages!: CampaignPage[];
  @Field(() => [CampaignUpdate], { description: 'The latest first; at most 20.' }) updates!: CampaignUpdate[];
  @Field(() => [PublicGift], { description: 'The latest ten.' }) recentGifts!: PublicGift[];
}

@ObjectType({ description: 'A page of campaigns.' })
export class CampaignConnection extends ConnectionOf(Campaign, 'Campaign') {}
