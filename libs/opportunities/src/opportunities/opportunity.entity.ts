import { RecordName } from '@upstander/identity';
import {
  ComputedField,
  Choice,
  Choices,
  Count,
  Flag,
  Id,
  Instant,
  Json,
  Languages,
  LocalDate,
  LongText,
  Markdown,
  Ref,
  SearchText,
  SearchVector,
  Slug,
  Text,
  Status,
  PersonalData,
  personal,
  retain,
  splitColumns,
} from '@upstander/platform';
import { Column, Entity } from 'typeorm';
import { HarmTag, OpportunityKind, OpportunityLanguage, PayUnit } from './opportunity-enums.js';
import { OpportunityStatus } from './opportunity-status.js';
import { contactOfBusiness } from '../businesses/business.personal-data.js';

const seenBy = 'anyone';

/** Public fields never reveal how to contact a person at the business. */
@PersonalData({
  noun: 'opportunities',
  of: { 'business contact': null },
  erasure: 'none',
  kept: 'as long as the business',
  seenBy: 'the business; staff who vet it; everyone, for published content',
  columns: {
    supervisor_name: personal.contact(retain(contactOfBusiness)),
    approved_content: personal.content(retain('the exact text staff approved')),
  },
  others: splitColumns(
    'slug kind title description language pay_unit pay_currency schedule place starts_on acceptable_records transport equipment languages harm_tags status status_reason search_text place_text eases',
  ),
})
@RecordName('opportunity', {
  also: ['downOpportunity', 'opportunityChanges'],
  sql: `SELECT o.id, o.title AS name, b.legal_name AS context FROM opportunities.opportunity o
    JOIN opportunities.business b ON b.id = o.business_id WHERE o.id = ANY ($1::uuid[])`,
  path: ({ id }) => `/opportunities/${id}`,
})
@Entity({ schema: 'opportunities', name: 'opportunity' })
export class Opportunity {
  @Id({ seenBy }) id!: string;
  @Ref({ seenBy: 'staff' }) businessId!: string;
  /** Follows the title until first published, then never changes. */
  @Slug({ seenBy }) slug!: string;
  @Choice(OpportunityKind, { seenBy }) kind!: OpportunityKind;
  @Text({ seenBy, max: 120, required: true }) title!: string;
  @Markdown({ seenBy, max: 10_000, description: 'Description in Markdown.' }) description!: string;
  @Choice(OpportunityLanguage, { seenBy, default: 'en' }) language!: OpportunityLanguage;
  @Column('bigint', { nullable: true }) payMinMinor!: string | null;
  @Column('bigint', { nullable: true }) payMaxMinor!: string | null;
  @Choice(PayUnit, { nullable: true }) payUnit!: PayUnit | null;
  @Column('text', { nullable: true }) payCurrency!: string | null;
  @Count({ seenBy, min: 1, max: 80, nullable: true }) hoursPerWeek!: number | null;
  @Text({ seenBy, max: 200, default: '', description: 'Days and hours, as text; may be empty.' })
  schedule!: string;
  @Flag({ seenBy, default: false }) nightWork!: boolean;
  @Flag({ seenBy, default: false }) remote!: boolean;
  @Text({ seenBy, max: 200, default: '', description: 'Location; empty if fully remote.' }) place!: string;
  @LocalDate({ seenBy, nullable: true }) startsOn!: string | null;
  @Text({ seenBy, max: 120 }) supervisorName!: string;
  @Flag({ seenBy }) idNeeded!: boolean;
  @Flag({ seenBy }) backgroundCheck!: boolean;
  @LongText({
    seenBy,
    max: 500,
    default: '',
    description: 'Criminal records that are not an obstacle, as text; may be empty.',
  })
  acceptableRecords!: string;
  @LongText({ seenBy, max: 500, default: '', description: 'Transportation and help with it; may be empty.' })
  transport!: string;
  @LongText({ seenBy, max: 500, default: '', description: 'Clothing and equipment provided; may be empty.' })
  equipment!: string;
  @Flag({ seenBy, default: false, description: 'True if the hours are compatible with school or childcare.' })
  childcareHours!: boolean;
  @Flag({ seenBy, nullable: true, description: 'True if training time is paid; null if there is no training.' })
  trainingPaid!: boolean | null;
  @Languages({ seenBy, max: 10, description: 'Languages spoken there, for example en and es.' }) languages!: string[];
  /** Content warnings, set only by staff. */
  @Choices(HarmTag, { default: [] }) harmTags!: HarmTag[];
  @Flag({ seenBy: 'owner', default: false, column: 'business_wants_public' }) wantsPublic!: boolean;
  @Flag({ seenBy: 'staff', default: false, column: 'staff_say_public' }) staffAllowsPublic!: boolean;
  @ComputedField(() => Boolean, {
    description: 'True if both the business and staff allow search engines to index it.',
  })
  isPublic!: boolean;
  @Status(OpportunityStatus, { seenBy: 'owner' }) status!: OpportunityStatus;
  @LongText({
    seenBy: 'owner',
    max: 1_000,
    default: '',
    description: 'Latest message from staff; empty if none.',
  })
  statusReason!: string;
  @Count({
    seenBy: 'owner',
    default: 1,
    description: 'Version number, incremented by every edit. Approvals name the version that was reviewed.',
  })
  version!: number;
  /** The version that staff reviewed and that is on the site. */
  @Count({ nullable: true }) approvedVersion!: number | null;
  /** Content at the time of approval. */
  @Json({ nullable: true }) approvedContent!: Record<string, unknown> | null;
  @Ref({ nullable: true }) approvedBy!: string | null;
  @Instant({ seenBy: 'staff', nullable: true }) approvedAt!: Date | null;
  @Instant({ seenBy: 'owner', nullable: true }) publishedAt!: Date | null;
  @Instant({ seenBy: 'owner', nullable: true, description: 'When it leaves or left the site.' })
  expiresAt!: Date | null;
  @Count({
    seenBy: 'staff',
    default: 0,
    description: 'Number of renewals since the last review by staff.',
  })
  renewals!: number;
  @Count({ default: 0 }) tokenVersion!: number;
  @Instant({ seenBy: 'owner', nullable: true }) submittedAt!: Date | null;
  @Instant({ seenBy: 'owner' }) createdAt!: Date;
  @Instant({ seenBy: 'owner' }) updatedAt!: Date;
  /** Generated by PostgreSQL for filters. */
  @SearchText() searchText?: string;
  @SearchVector() searchVector?: string;
  @SearchText() placeText?: string;
  @Column({ type: 'text', array: true, select: false, insert: false, update: false }) eases?: string[];
}
