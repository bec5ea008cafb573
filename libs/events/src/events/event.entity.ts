import { Column, Entity, OneToMany, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { ShiftRow } from '../shifts/shift.entity.js';
import type { EventStatus } from './event-status.js';

/** One event of a chapter; the chapter is known by its id only. */
@Entity({ schema: 'events', name: 'event' })
export class EventRow {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid', { name: 'chapter_id' }) chapterId!: string;
  /** Its address on the site: follows the title until the event is first published, then stays for ever. */
  @Column('text', { unique: true }) slug!: string;
  @Column('text') title!: string;
  @Column('text', { default: '' }) summary!: string;
  /** Markdown, as written. */
  @Column('text', { default: '' }) description!: string;
  @Column('boolean', { default: false }) online!: boolean;
  @Column('text', { nullable: true }) place!: string | null;
  @Column('text', { name: 'online_url', nullable: true }) onlineUrl!: string | null;
  @Column('text', { name: 'time_zone' }) timeZone!: string;
  @Column('timestamp', { name: 'starts_at_local' }) startsAtLocal!: string;
  @Column('timestamp', { name: 'ends_at_local' }) endsAtLocal!: string;
  @Column({ type: 'timestamptz', name: 'starts_at', precision: 3 }) startsAt!: Date;
  @Column({ type: 'timestamptz', name: 'ends_at', precision: 3 }) endsAt!: Date;
  @Column('text', { name: 'contact_name', default: '' }) contactName!: string;
  @Column('citext', { name: 'contact_email', nullable: true }) contactEmail!: string | null;
  /** A path on our own site, so that a page never asks another host for anything. */
  @Column('text', { name: 'image_url', nullable: true }) imageUrl!: string | null;
  @Column('text', { array: true, default: ['en'] }) languages!: string[];
  @Column('text', { nullable: true }) accessibility!: string | null;
  @Column('text', { nullable: true }) bring!: string | null;
  @Column('text', { default: 'draft' }) status!: EventStatus;
  /** iCalendar SEQUENCE: raised by every change that people are told about. */
  @Column('integer', { default: 0 }) sequence!: number;
  /** Raised by every change of what an organizer wrote. */
  @Column('integer', { default: 1 }) version!: number;
  @Column('text', { name: 'cancel_reason', nullable: true }) cancelReason!: string | null;
  @Column('timestamptz', { name: 'published_at', nullable: true }) publishedAt!: Date | null;
  @Column('uuid', { name: 'created_by', nullable: true }) createdBy!: string | null;
  @Column('uuid', { name: 'updated_by', nullable: true }) updatedBy!: string | null;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt!: Date;
  @Column('timestamptz', { name: 'updated_at', default: () => 'now()' }) updatedAt!: Date;
  /** Title, summary and place without case and accents, made by PostgreSQL. */
  @Column({ type: 'text', name: 'search_text', select: false, insert: false, update: false }) searchText?: string;

  @OneToMany(() => ShiftRow, (shift) => shift.event) shifts?: Relation<ShiftRow>[];
}
