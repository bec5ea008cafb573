import { Column, Entity, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { EventRow } from '../events/event.entity.js';

/** One role at one time of an event, with a number of places. */
@Entity({ schema: 'events', name: 'shift' })
export class ShiftRow {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid', { name: 'event_id' }) eventId!: string;
  @Column('text') role!: string;
  @Column('timestamp', { name: 'starts_at_local' }) startsAtLocal!: string;
  @Column('timestamp', { name: 'ends_at_local' }) endsAtLocal!: string;
  @Column({ type: 'timestamptz', name: 'starts_at', precision: 3 }) startsAt!: Date;
  @Column({ type: 'timestamptz', name: 'ends_at', precision: 3 }) endsAt!: Date;
  /** A copy of the event's, kept by the database. */
  @Column({ type: 'timestamptz', name: 'event_starts_at', precision: 3, insert: false, update: false })
  eventStartsAt!: Date;
  @Column('integer') capacity!: number;
  /** Places held: confirmed and offered. Only the sign-up functions write it. */
  @Column('integer', { default: 0 }) taken!: number;
  @Column('integer', { default: 0 }) waiting!: number;
  @Column('bigint', { name: 'next_in_line', default: 1 }) nextInLine!: string;
  @Column({ type: 'boolean', name: 'is_full', insert: false, update: false }) isFull!: boolean;
  @Column('integer', { name: 'minimum_age', nullable: true }) minimumAge!: number | null;
  @Column('text', { nullable: true }) note!: string | null;
  /** Its place in the organizer's list. */
  @Column('integer', { default: 0 }) position!: number;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt!: Date;

  @ManyToOne(() => EventRow, (event) => event.shifts, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'event_id' })
  event?: Relation<EventRow>;
}
