import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { LocaleName } from '@upstander/identity';
import { CurrencyCode, MinorAmount, Money } from '@upstander/ledger';
import {
  Answer,
  ConnectionOf,
  Count,
  Email,
  Flag,
  Id,
  Instant,
  Language,
  LocalDate,
  LongText,
  Markdown,
  PersonName,
  Ref,
  Refs,
  SearchText,
  SearchVector,
  Slug,
  Text,
  TimeZone,
  Status,
} from '@upstander/platform';
import { Entity } from 'typeorm';
import { Beneficiary } from '../beneficiaries/beneficiary.entity.js';
import { PublicGift } from '../gifts/public-gift.js';
import { PublicMatch } from '../matching/matching-pool.entity.js';
import { CampaignPage } from '../pages/page.entity.js';
import { CampaignUpdate } from '../updates/update.entity.js';
import { CampaignStatus } from './campaign-status.js';
import { StoredEdit } from './edits/edit.js';
import { SuggestedAmounts, type SuggestedAmount } from './suggested-amounts.js';
import { Waterfall } from './waterfall.js';

@ObjectType({ description: 'The picture of a campaign.' })
export class CampaignCover {
  @Field(() => String, { description: 'A path on this site.' }) url!: string;
  @Field(() => Int) width!: number;
  @Field(() => Int) height!: number;
  @Field(() => String) alt!: string;
}

const seenBy = 'anyone';

/** One campaign of a chapter or, without one, of the organisation. */
@ObjectType({ description: 'Something gifts are collected for.' })
@Entity({ schema: 'fundraising', name: 'campaign' })
export class Campaign extends StoredEdit {
  @Id({ seenBy }) id!: string;
  /** Follows the title until the campaign is first public, then stays for ever. */
  @Slug({ seenBy, description: 'Its address on the site; it never changes once the campaign was public.' })
  slug!: string;
  @Ref({ seenBy: 'staff', nullable: true, description: 'Null: it belongs to the organisation.' })
  chapterId!: string | null;
  @Ref() beneficiaryId!: string;
  @Flag({
    seenBy,
    default: false,
    description: 'The general fund of the organisation or of its chapter: it stands in no list, and has no goal.',
  })
  isGeneral!: boolean;
  @Text({ seenBy, max: 120, required: true }) title!: string;
  @Text({ seenBy, max: 300, default: '' }) summary!: string;
  /** Everybody reads it as `storyHtml`. */
  @Markdown({ seenBy: 'owner', max: 20_000, required: true, description: 'Markdown, as written.' }) story!: string;
  @Language({ seenBy, default: 'en', description: 'The language it is written in, en or es.' }) language!: LocaleName;
  @Status(CampaignStatus, { seenBy }) status!: CampaignStatus;
  @MinorAmount() goalMinor!: string;
  @CurrencyCode({ seenBy }) currency!: string;
  @SuggestedAmounts({ seenBy, description: 'What amounts do, the smallest first; empty where nobody said.' })
  suggestedAmounts!: SuggestedAmount[];
  @Answer(() => Money) goal!: Money;
  @Answer(() => Money, {
    description: 'Settled gifts less refunds and lost disputes; fee cover and matches are apart.',
  })
  raised!: Money;
  @Answer(() => Int) giftCount!: number;
  @TimeZone({ seenBy }) timeZone!: string;
  @LocalDate({ seenBy, nullable: true }) startsOn!: string | null;
  @LocalDate({ seenBy, nullable: true, description: 'The last day on which it takes gifts.' }) endsOn!: string | null;
  @Ref({ nullable: true }) coverFileId!: string | null;
  @Text({ max: 300, default: '' }) coverAlt!: string;
  @Answer(() => CampaignCover, { nullable: true }) cover!: CampaignCover | null;
  @LongText({ seenBy: 'owner', max: 2_000, nullable: true, description: 'What the reviewer wrote last.' })
  reviewNote!: string | null;
  @Ref({ nullable: true }) reviewedBy!: string | null;
  @PersonName({ seenBy, max: 120, required: true, description: 'Who runs it, as the public sees it.' })
  organizerName!: string;
  @Email({ seenBy: 'staff' }) organizerEmail!: string;
  @Ref({ nullable: true }) organizerAccountId!: string | null;
  @Flag({ seenBy: 'staff', default: false, description: 'A supporter without an account started it.' })
  bySupporter!: boolean;
  @Refs({ seenBy, max: 50, description: 'The events that belong to it.' }) eventIds!: string[];
  @Instant({ seenBy: 'staff', nullable: true }) submittedAt!: Date | null;
  @Instant({ seenBy, nullable: true }) publishedAt!: Date | null;
  @Instant({ seenBy: 'staff', nullable: true }) endedAt!: Date | null;
  @Instant({ seenBy: 'staff', nullable: true, description: 'From then on the beneficiary stays.' })
  firstGiftAt!: Date | null;
  @Count({
    seenBy: 'staff',
    default: 1,
    description: 'Raised by every change; a change names the version it was written on.',
  })
  version!: number;
  /** Raised, every link sent so far opens nothing. */
  @Count({ default: 0 }) tokenVersion!: number;
  @Flag({ seenBy: 'owner', default: true, description: 'Whether a mail comes when gifts arrive.' })
  giftMails!: boolean;
  @Instant({ nullable: true }) giftsToldAt!: Date | null;
  @Instant({ seenBy: 'staff' }) createdAt!: Date;
  @Instant({ seenBy: 'staff' }) updatedAt!: Date;
  @Answer(() => String, { nullable: true }) chapterName!: string | null;
  @Answer(() => Beneficiary) beneficiary!: Pick<Beneficiary, 'id' | 'kind' | 'name' | 'registrationNumber' | 'website'>;
  @Answer(() => Boolean, { description: 'Whether a gift can be given now.' }) acceptsGifts!: boolean;
  @Answer(() => Money, { description: 'The smallest gift.' }) minimum!: Money;
  @Answer(() => String, { description: 'What card processing takes of a charge, such as 2.9.' }) feePercent!: string;
  @Answer(() => Money, { description: 'What card processing takes for each charge.' }) feeFixed!: Money;
  @Answer(() => Waterfall) waterfall!: Waterfall;
  @Answer(() => [PublicMatch]) matching!: PublicMatch[];
  @Answer(() => [CampaignPage], { description: 'Those that raised most first; at most 100.' }) pages!: CampaignPage[];
  @Answer(() => [CampaignUpdate], { description: 'The latest first; at most 20.' }) updates!: CampaignUpdate[];
  @Answer(() => [PublicGift], { description: 'The latest ten.' }) recentGifts!: PublicGift[];
  /** Title, summary and organizer without case and accents. */
  @SearchText() searchText?: string;
  @SearchVector() searchVector?: string;
}

@ObjectType({ description: 'A page of campaigns.' })
export class CampaignConnection extends ConnectionOf(Campaign, 'Campaign') {}
