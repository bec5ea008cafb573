import { Int, ObjectType } from '@nestjs/graphql';
import { PublicGift, PublicMatch } from '@upstander/donations';
import { RecordName, type LocaleName } from '@upstander/identity';
import { CurrencyCode, MinorAmount, Money } from '@upstander/ledger';
import {
  ComputedField,
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
  PersonalData,
  personal,
  namelessValue,
  placeholderAddress,
  retain,
  emptiedValue,
  derived,
  splitColumns,
} from '@upstander/platform';
import { Entity } from 'typeorm';
import { Beneficiary } from '../beneficiaries/beneficiary.entity.js';
import { CampaignPage } from './page.entity.js';
import { CampaignUpdate } from './update.entity.js';
import { CampaignStatus } from './campaign-status.js';
import { CampaignCover } from './campaign-cover.js';
import { StoredEdit } from './edit.js';
import { SuggestedAmounts, type SuggestedAmount } from './suggested-amounts.js';
import { Waterfall } from './waterfall.js';
import { createdIfUnconfirmed } from './campaign-data.js';

const seenBy = 'anyone';

/** A campaign of a chapter or, without one, of the organization. */
@ObjectType({ description: 'A fundraising campaign.' })
@PersonalData({
  noun: 'fundraisers of mine',
  of: { fundraiser: 't.organizer_email = $1' },
  erasure: 'columns',
  kept: '14 days unconfirmed, then as long as its gifts, because donors relied on this text',
  forgotten: { erasureScope: 'row', after: 14, since: createdIfUnconfirmed },
  about: ['t.id'],
  seenBy: 'everyone, for what is on the site; organizers and finance, for the address',
  columns: {
    organizer_name: personal.contact(namelessValue),
    organizer_email: personal.contact(placeholderAddress),
    title: personal.content(retain('describes what gifts were given for; an organizer can remove a name')),
    summary: personal.content(retain('describes what gifts were given for; an organizer can remove a name')),
    story: personal.content(retain('describes what gifts were given for; an organizer can remove a name')),
    edit: personal.content(emptiedValue),
    edit_note: personal.content(emptiedValue),
    review_note: personal.content(emptiedValue),
    search_text: personal.content(derived, { withheld: 'derived from other columns' }),
  },
  sets: { edit_at: 'NULL', gift_mails: 'false', token_version: 't.token_version + 1' },
  also: { status: 't.status', created_at: 't.created_at' },
  codes: { status: 'campaignStatus' },
  others: splitColumns('slug language currency time_zone starts_on ends_on cover_alt status suggested_amounts'),
})
@RecordName('campaign', {
  also: ['campaignChanges', 'campaignCover', 'campaignEdit', 'giftCampaign'],
  sql: 'SELECT id, title AS name FROM fundraising.campaign WHERE id = ANY ($1::uuid[])',
  path: ({ id }) => `/fundraisers/${id}`,
})
@Entity({ schema: 'fundraising', name: 'campaign' })
export class Campaign extends StoredEdit {
  @Id({ seenBy }) id!: string;
  /** Follows the title until the campaign is first public; then never changes. */
  @Slug({ seenBy, description: 'Slug used in page URLs. It never changes after the campaign was public.' })
  slug!: string;
  @Ref({ seenBy: 'staff', nullable: true, description: 'ID of the chapter; null for the whole organization.' })
  chapterId!: string | null;
  @Ref() beneficiaryId!: string;
  @Flag({
    seenBy,
    default: false,
    description: 'True for the general fund of the organization or chapter, which has no goal and is not listed.',
  })
  isGeneral!: boolean;
  @Text({ seenBy, max: 120, required: true }) title!: string;
  @Text({ seenBy, max: 300, default: '' }) summary!: string;
  /** Shown to the public as `storyHtml`. */
  @Markdown({ seenBy: 'owner', max: 20_000, required: true, description: 'Story in Markdown.' }) story!: string;
  @Language({ seenBy, default: 'en', description: 'Language of the text: en or es.' }) language!: LocaleName;
  @Status(CampaignStatus, { seenBy }) status!: CampaignStatus;
  @MinorAmount() goalMinor!: string;
  @CurrencyCode({ seenBy }) currency!: string;
  @SuggestedAmounts({ seenBy, description: 'Suggested amounts and their impact, smallest first; empty if none.' })
  suggestedAmounts!: SuggestedAmount[];
  @ComputedField(() => Money) goal!: Money;
  @ComputedField(() => Money, {
    description: 'Paid gifts less refunds and lost disputes, excluding fee coverage and matches.',
  })
  raised!: Money;
  @ComputedField(() => Int) giftCount!: number;
  @TimeZone({ seenBy }) timeZone!: string;
  @LocalDate({ seenBy, nullable: true }) startsOn!: string | null;
  @LocalDate({ seenBy, nullable: true, description: 'Last day the campaign accepts gifts.' }) endsOn!: string | null;
  @Ref({ nullable: true }) coverFileId!: string | null;
  @Text({ max: 300, default: '' }) coverAlt!: string;
  @ComputedField(() => CampaignCover, { nullable: true }) cover!: CampaignCover | null;
  @LongText({ seenBy: 'owner', max: 2_000, nullable: true, description: 'Latest note from the reviewer.' })
  reviewNote!: string | null;
  @Ref({ nullable: true }) reviewedBy!: string | null;
  @PersonName({ seenBy, max: 120, required: true, description: 'Name of the organizer, as shown publicly.' })
  organizerName!: string;
  @Email({ seenBy: 'staff' }) organizerEmail!: string;
  @Ref({ nullable: true }) organizerAccountId!: string | null;
  @Flag({ seenBy: 'staff', default: false, description: 'True if started by a supporter without an account.' })
  bySupporter!: boolean;
  @Refs({ seenBy, max: 50, description: 'IDs of the events linked to the campaign.' }) eventIds!: string[];
  @Instant({ seenBy: 'staff', nullable: true }) submittedAt!: Date | null;
  @Instant({ seenBy, nullable: true }) publishedAt!: Date | null;
  @Instant({ seenBy: 'staff', nullable: true }) endedAt!: Date | null;
  @Instant({
    seenBy: 'staff',
    nullable: true,
    description: 'When the first gift arrived. From then on, the beneficiary cannot change.',
  })
  firstGiftAt!: Date | null;
  @Count({
    seenBy: 'staff',
    default: 1,
    description: 'Incremented by every change. Updates send the version they are based on.',
  })
  version!: number;
  /** Incremented to invalidate all links sent so far. */
  @Count({ default: 0 }) tokenVersion!: number;
  @Flag({ seenBy: 'owner', default: true, description: 'True if the organizer is emailed about new gifts.' })
  giftMails!: boolean;
  @Instant({ nullable: true }) giftsToldAt!: Date | null;
  @Instant({ seenBy: 'staff' }) createdAt!: Date;
  @Instant({ seenBy: 'staff' }) updatedAt!: Date;
  @ComputedField(() => String, { nullable: true }) chapterName!: string | null;
  @ComputedField(() => Beneficiary) beneficiary!: Pick<
    Beneficiary,
    'id' | 'kind' | 'name' | 'registrationNumber' | 'website'
  >;
  @ComputedField(() => Boolean, { description: 'True if the campaign accepts gifts now.' }) acceptsGifts!: boolean;
  @ComputedField(() => Money, { description: 'Minimum gift amount.' }) minimum!: Money;
  @ComputedField(() => String, { description: 'Card processing fee as a percentage of the charge, for example 2.9.' })
  feePercent!: string;
  @ComputedField(() => Money, { description: 'Fixed card processing fee per charge.' }) feeFixed!: Money;
  @ComputedField(() => Waterfall) waterfall!: Waterfall;
  @ComputedField(() => [PublicMatch]) matching!: PublicMatch[];
  @ComputedField(() => [CampaignPage], { description: 'Fundraising pages, highest amount raised first; at most 100.' })
  pages!: CampaignPage[];
  @ComputedField(() => [CampaignUpdate], { description: 'Campaign updates, newest first; at most 20.' })
  updates!: CampaignUpdate[];
  @ComputedField(() => [PublicGift], { description: 'The ten latest gifts.' }) recentGifts!: PublicGift[];
  /** Title, summary, and organizer, without case and accents. */
  @SearchText() searchText?: string;
  @SearchVector() searchVector?: string;
}

@ObjectType({ description: 'A page of campaigns.' })
export class CampaignConnection extends ConnectionOf(Campaign, 'Campaign') {}
