import {
  Answer,
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
} from '@upstander/platform';
import { Column, Entity } from 'typeorm';
import { HarmTag, OpportunityKind, OpportunityLanguage, PayUnit } from './opportunity-enums.js';
import { OpportunityStatus } from './opportunity-status.js';

const seenBy = 'anyone';

/** Something a business offers. Nothing that anyone sees tells how to reach anybody of the business. */
@Entity({ schema: 'opportunities', name: 'opportunity' })
export class Opportunity {
  @Id({ seenBy }) id!: string;
  @Ref({ seenBy: 'staff' }) businessId!: string;
  /** Its address on the site: follows the title until the opportunity was first on the site, then stays for ever. */
  @Slug({ seenBy }) slug!: string;
  @Choice(OpportunityKind, { seenBy }) kind!: OpportunityKind;
  @Text({ seenBy, max: 120, required: true }) title!: string;
  @Markdown({ seenBy, max: 10_000, description: 'Markdown, as written.' }) description!: string;
  @Choice(OpportunityLanguage, { seenBy, default: 'en' }) language!: OpportunityLanguage;
  @Column('bigint', { nullable: true }) payMinMinor!: string | null;
  @Column('bigint', { nullable: true }) payMaxMinor!: string | null;
  @Choice(PayUnit, { nullable: true }) payUnit!: PayUnit | null;
  @Column('text', { nullable: true }) payCurrency!: string | null;
  @Count({ seenBy, min: 1, max: 80, nullable: true }) hoursPerWeek!: number | null;
  @Text({ seenBy, max: 200, default: '', description: 'Which days and hours, in words; may be empty.' })
  schedule!: string;
  @Flag({ seenBy, default: false }) nightWork!: boolean;
  @Flag({ seenBy, default: false }) remote!: boolean;
  @Text({ seenBy, max: 200, default: '', description: 'Where; empty where it is remote alone.' }) place!: string;
  @LocalDate({ seenBy, nullable: true }) startsOn!: string | null;
  @Text({ seenBy, max: 120 }) supervisorName!: string;
  @Flag({ seenBy }) idNeeded!: boolean;
  @Flag({ seenBy }) backgroundCheck!: boolean;
  @LongText({ seenBy, max: 500, default: '', description: 'Which records are no obstacle, in words; may be empty.' })
  acceptableRecords!: string;
  @LongText({ seenBy, max: 500, default: '', description: 'How one gets there, and what help there is; may be empty.' })
  transport!: string;
  @LongText({ seenBy, max: 500, default: '', description: 'Clothes and equipment that are given; may be empty.' })
  equipment!: string;
  @Flag({ seenBy, default: false, description: 'Whether the hours fit school or childcare.' }) childcareHours!: boolean;
  @Flag({ seenBy, nullable: true, description: 'Whether time to learn is paid; null where there is none.' })
  trainingPaid!: boolean | null;
  @Languages({ seenBy, max: 10, description: 'Languages spoken there, such as en and es.' }) languages!: string[];
  /** What may bring back harm; set by staff alone. */
  @Choices(HarmTag, { default: [] }) harmTags!: HarmTag[];
  @Flag({ seenBy: 'owner', default: false, column: 'business_wants_public' }) wantsPublic!: boolean;
  @Flag({ seenBy: 'staff', default: false }) staffSayPublic!: boolean;
  @Answer(() => Boolean, {
    description: 'Business and staff both said so: only then it may be indexed and carry markup.',
  })
  isPublic!: boolean;
  @Status(OpportunityStatus, { seenBy: 'owner' }) status!: OpportunityStatus;
  @LongText({
    seenBy: 'owner',
    max: 1_000,
    default: '',
    description: 'What staff said last; empty when nothing needs a word.',
  })
  statusReason!: string;
  @Count({
    seenBy: 'owner',
    default: 1,
    description: 'Counts what was written; say which one was read when you approve.',
  })
  version!: number;
  /** The version that staff read; what is on the site has it. */
  @Count({ nullable: true }) approvedVersion!: number | null;
  /** What it said when staff approved it. */
  @Json({ nullable: true }) approvedContent!: Record<string, unknown> | null;
  @Ref({ nullable: true }) approvedBy!: string | null;
  @Instant({ seenBy: 'staff', nullable: true }) approvedAt!: Date | null;
  @Instant({ seenBy: 'owner', nullable: true }) publishedAt!: Date | null;
  @Instant({ seenBy: 'owner', nullable: true, description: 'When it leaves the site, or left it.' })
  expiresAt!: Date | null;
  @Count({
    seenBy: 'staff',
    default: 0,
    description: 'How often it was renewed since somebody of staff looked at it.',
  })
  renewals!: number;
  @Count({ default: 0 }) tokenVersion!: number;
  @Instant({ seenBy: 'owner', nullable: true }) submittedAt!: Date | null;
  @Instant({ seenBy: 'owner' }) createdAt!: Date;
  @Instant({ seenBy: 'owner' }) updatedAt!: Date;
  /** Made by PostgreSQL, for the filters. */
  @SearchText() searchText?: string;
  @SearchVector() searchVector?: string;
  @SearchText() placeText?: string;
  @Column({ type: 'text', array: true, select: false, insert: false, update: false }) eases?: string[];
}
