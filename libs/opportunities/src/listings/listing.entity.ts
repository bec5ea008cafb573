import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { HarmTag, OpportunityKind, OpportunityLanguage, PayUnit } from './opportunity-enums.js';
import type { OpportunityStatus } from './opportunity-status.js';

/** Something a business offers. */
@Entity({ schema: 'opportunities', name: 'listing' })
export class ListingRow {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid', { name: 'business_id' }) businessId!: string;
  /** Its address on the site: follows the title until the listing was first on the site, then stays for ever. */
  @Column('text', { unique: true }) slug!: string;
  @Column('text') kind!: OpportunityKind;
  @Column('text') title!: string;
  /** Markdown, as written. */
  @Column('text') description!: string;
  @Column('text', { default: 'en' }) language!: OpportunityLanguage;
  @Column('bigint', { name: 'pay_min_minor', nullable: true }) payMinMinor!: string | null;
  @Column('bigint', { name: 'pay_max_minor', nullable: true }) payMaxMinor!: string | null;
  @Column('text', { name: 'pay_unit', nullable: true }) payUnit!: PayUnit | null;
  @Column('text', { name: 'pay_currency', nullable: true }) payCurrency!: string | null;
  @Column('integer', { name: 'hours_per_week', nullable: true }) hoursPerWeek!: number | null;
  @Column('text', { default: '' }) schedule!: string;
  @Column('boolean', { name: 'night_work', default: false }) nightWork!: boolean;
  @Column('boolean', { default: false }) remote!: boolean;
  @Column('text', { default: '' }) place!: string;
  @Column('date', { name: 'starts_on', nullable: true }) startsOn!: string | null;
  @Column('text', { name: 'supervisor_name' }) supervisorName!: string;
  @Column('boolean', { name: 'id_needed' }) idNeeded!: boolean;
  @Column('boolean', { name: 'background_check' }) backgroundCheck!: boolean;
  @Column('text', { name: 'acceptable_records', default: '' }) acceptableRecords!: string;
  @Column('text', { default: '' }) transport!: string;
  @Column('text', { default: '' }) equipment!: string;
  @Column('boolean', { name: 'childcare_hours', default: false }) childcareHours!: boolean;
  @Column('boolean', { name: 'training_paid', nullable: true }) trainingPaid!: boolean | null;
  @Column('text', { array: true, default: ['en'] }) languages!: string[];
  @Column('text', { name: 'harm_tags', array: true, default: [] }) harmTags!: HarmTag[];
  @Column('boolean', { name: 'business_wants_public', default: false }) wantsPublic!: boolean;
  @Column('boolean', { name: 'staff_say_public', default: false }) staffSayPublic!: boolean;
  @Column('text') status!: OpportunityStatus;
  @Column('text', { name: 'status_reason', default: '' }) statusReason!: string;
  /** Counts what was written, so that nobody approves what they have not read. */
  @Column('integer', { default: 1 }) version!: number;
  /** What it said when staff approved it. */
  /** The version that staff read; what is on the site has it. */
  @Column('integer', { name: 'approved_version', nullable: true }) approvedVersion!: number | null;
  @Column('jsonb', { name: 'approved_content', nullable: true }) approvedContent!: Record<string, unknown> | null;
  @Column('uuid', { name: 'approved_by', nullable: true }) approvedBy!: string | null;
  @Column('timestamptz', { name: 'approved_at', nullable: true }) approvedAt!: Date | null;
  @Column('timestamptz', { name: 'published_at', nullable: true }) publishedAt!: Date | null;
  /** When it leaves the site, or left it. */
  @Column('timestamptz', { name: 'expires_at', nullable: true }) expiresAt!: Date | null;
  @Column('integer', { default: 0 }) renewals!: number;
  @Column('integer', { name: 'token_version', default: 0 }) tokenVersion!: number;
  @Column('timestamptz', { name: 'submitted_at', nullable: true }) submittedAt!: Date | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
  /** Made by PostgreSQL, for the filters. */
  @Column({ type: 'text', name: 'search_text', select: false, insert: false, update: false }) searchText?: string;
  @Column({ type: 'text', name: 'place_text', select: false, insert: false, update: false }) placeText?: string;
  @Column({ type: 'text', array: true, name: 'eases', select: false, insert: false, update: false }) eases?: string[];
}
