import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { SignupStatus } from './signup-status.js';

/** One person's sign-up for one shift; written by the functions of the database only. */
@Entity({ schema: 'events', name: 'signup' })
export class SignupRow {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid', { name: 'shift_id' }) shiftId!: string;
  @Column('uuid', { name: 'volunteer_id' }) volunteerId!: string;
  @Column('text') name!: string;
  @Column('text', { nullable: true }) phone!: string | null;
  @Column('text', { default: 'en' }) locale!: 'en' | 'es';
  @Column('text') status!: SignupStatus;
  /** The shift's half-open time, for the constraint that nobody holds two at once. */
  @Column('tstzrange') during!: string;
  @Column('bigint', { name: 'line_number', nullable: true }) lineNumber!: string | null;
  @Column('timestamptz', { name: 'proven_at', nullable: true }) provenAt!: Date | null;
  @Column('timestamptz', { name: 'expires_at', nullable: true }) expiresAt!: Date | null;
  @Column('timestamptz', { name: 'offer_expires_at', nullable: true }) offerExpiresAt!: Date | null;
  @Column('text', { name: 'overlap_reason', nullable: true }) overlapReason!: string | null;
  /** The proven sign-up that an anonymous request named again; this one is hidden and runs out by itself. */
  @Column('uuid', { name: 'repeat_of', nullable: true }) repeatOf!: string | null;
  @Column('integer', { name: 'token_version', default: 0 }) tokenVersion!: number;
  @Column('integer', { default: 0 }) moves!: number;
  @Column('text', { name: 'idempotency_key', nullable: true }) idempotencyKey!: string | null;
  @Column('bytea', { name: 'input_hash', nullable: true }) inputHash!: Buffer | null;
  @Column('text', { name: 'told_status', nullable: true }) toldStatus!: SignupStatus | null;
  @Column('integer', { name: 'told_position', nullable: true }) toldPosition!: number | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  /** The organizer who took the person off the shift. */
  @Column('uuid', { name: 'removed_by', nullable: true }) removedBy!: string | null;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt!: Date | null;
}
