import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { BusinessRole, BusinessStatus } from './business-status.js';
import type { EvidenceKind } from './evidence-kind.js';

/** Somebody who acts for a business. */
@Entity({ schema: 'opportunities', name: 'member' })
export class MemberRow {
  @PrimaryColumn('uuid', { name: 'business_id' }) businessId!: string;
  @PrimaryColumn('uuid', { name: 'account_id' }) accountId!: string;
  @Column('text') name!: string;
  @Column('text') role!: BusinessRole;
  @Column('timestamptz', { name: 'frozen_at', nullable: true }) frozenAt!: Date | null;
  @Column('uuid', { name: 'frozen_by', nullable: true }) frozenBy!: string | null;
  @Column('timestamptz', { name: 'added_at' }) addedAt!: Date;
}

/** A mail to the domain of a business. */
@Entity({ schema: 'opportunities', name: 'domain_proof' })
export class DomainProofRow {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid', { name: 'business_id' }) businessId!: string;
  @Column('text') domain!: string;
  @Column('text') mailbox!: string;
  @Column('uuid', { name: 'sent_by', nullable: true }) sentBy!: string | null;
  @Column('timestamptz', { name: 'sent_at' }) sentAt!: Date;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt!: Date;
  @Column('timestamptz', { name: 'proven_at', nullable: true }) provenAt!: Date | null;
}

/** Something that was looked at; the database refuses to change it. */
@Entity({ schema: 'opportunities', name: 'evidence' })
export class EvidenceRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' }) id!: string;
  @Column('uuid', { name: 'business_id' }) businessId!: string;
  @Column('integer') round!: number;
  @Column('text') kind!: EvidenceKind;
  @Column('boolean') passed!: boolean;
  @Column('text', { default: '' }) source!: string;
  @Column('text', { default: '' }) note!: string;
  @Column('uuid', { name: 'recorded_by', nullable: true }) recordedBy!: string | null;
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt!: Date;
}

/** The yes of one person of staff in a round; the database refuses to change it. */
@Entity({ schema: 'opportunities', name: 'approval' })
export class ApprovalRow {
  @PrimaryColumn('uuid', { name: 'business_id' }) businessId!: string;
  @PrimaryColumn('integer') round!: number;
  @PrimaryColumn('uuid', { name: 'account_id' }) accountId!: string;
  @Column('timestamptz', { name: 'approved_at' }) approvedAt!: Date;
}

/** What happened to a business; the database refuses to change it. */
@Entity({ schema: 'opportunities', name: 'business_event' })
export class BusinessEventRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' }) id!: string;
  @Column('uuid', { name: 'business_id' }) businessId!: string;
  @Column('timestamptz') at!: Date;
  @Column('uuid', { name: 'actor_id', nullable: true }) actorId!: string | null;
  @Column('text') kind!: string;
  @Column('text', { name: 'from_status', nullable: true }) fromStatus!: BusinessStatus | null;
  @Column('text', { name: 'to_status', nullable: true }) toStatus!: BusinessStatus | null;
  @Column('text', { default: '' }) note!: string;
  @Column('boolean', { name: 'for_staff_only', default: false }) forStaffOnly!: boolean;
}
