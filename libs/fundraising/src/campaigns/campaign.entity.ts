import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { CampaignStatus } from './campaign-status.js';

/** Something gifts are collected for. */
@Entity({ schema: 'fundraising', name: 'campaign' })
export class CampaignRow {
  @PrimaryGeneratedColumn('uuid') id!: string;
  /** Its address on the site: follows the title until the campaign is first public, then stays for ever. */
  @Column('text', { unique: true }) slug!: string;
  /** Null: it belongs to the organisation. */
  @Column('uuid', { name: 'chapter_id', nullable: true }) chapterId!: string | null;
  @Column('uuid', { name: 'beneficiary_id' }) beneficiaryId!: string;
  @Column('text') title!: string;
  @Column('text', { default: '' }) summary!: string;
  /** Markdown, as written. */
  @Column('text') story!: string;
  @Column('text', { default: 'en' }) language!: string;
  @Column('bigint', { name: 'goal_minor' }) goalMinor!: string;
  @Column('text') currency!: string;
  @Column('text', { name: 'time_zone' }) timeZone!: string;
  @Column('date', { name: 'starts_on', nullable: true }) startsOn!: string | null;
  @Column('date', { name: 'ends_on', nullable: true }) endsOn!: string | null;
  @Column('uuid', { name: 'cover_file_id', nullable: true }) coverFileId!: string | null;
  @Column('text', { name: 'cover_alt', default: '' }) coverAlt!: string;
  @Column('text') status!: CampaignStatus;
  @Column('text', { name: 'review_note', nullable: true }) reviewNote!: string | null;
  @Column('uuid', { name: 'reviewed_by', nullable: true }) reviewedBy!: string | null;
  @Column('timestamptz', { name: 'submitted_at', nullable: true }) submittedAt!: Date | null;
  @Column('text', { name: 'organizer_name' }) organizerName!: string;
  @Column('citext', { name: 'organizer_email' }) organizerEmail!: string;
  @Column('uuid', { name: 'organizer_account_id', nullable: true }) organizerAccountId!: string | null;
  @Column('boolean', { name: 'by_supporter', default: false }) bySupporter!: boolean;
  @Column('uuid', { name: 'event_ids', array: true, default: [] }) eventIds!: string[];
  /** Set with the first paid gift: from then on the beneficiary stays. */
  @Column('timestamptz', { name: 'first_gift_at', nullable: true }) firstGiftAt!: Date | null;
  @Column('timestamptz', { name: 'published_at', nullable: true }) publishedAt!: Date | null;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt!: Date | null;
  /** Raised by every change of what was written. */
  @Column('integer', { default: 1 }) version!: number;
  /** Raised, every link sent so far opens nothing. */
  @Column('integer', { name: 'token_version', default: 0 }) tokenVersion!: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
  /** Title, summary and organizer without case and accents, made by PostgreSQL. */
  @Column({ type: 'text', name: 'search_text', select: false, insert: false, update: false }) searchText?: string;
  /** New words beside the approved ones; see campaigns/edits. */
  @Column('jsonb', { nullable: true }) edit!: unknown;
  @Column('timestamptz', { name: 'edit_at', nullable: true }) editAt!: Date | null;
  @Column('text', { name: 'edit_note', nullable: true }) editNote!: string | null;
  @Column('boolean', { name: 'gift_mails', default: true }) giftMails!: boolean;
  @Column('timestamptz', { name: 'gifts_told_at', nullable: true }) giftsToldAt!: Date | null;
}
