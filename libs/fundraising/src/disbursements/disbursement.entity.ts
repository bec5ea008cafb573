import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { DisbursementStatus } from './disbursement-status.js';

/** Money handed over to a beneficiary: booked when a second person approved it. */
@Entity({ schema: 'fundraising', name: 'disbursement' })
export class DisbursementRow {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid', { name: 'campaign_id' }) campaignId!: string;
  @Column('uuid', { name: 'beneficiary_id' }) beneficiaryId!: string;
  @Column('bigint', { name: 'amount_minor' }) amountMinor!: string;
  @Column('text') currency!: string;
  @Column('date', { name: 'paid_on' }) paidOn!: string;
  @Column('text', { default: '' }) reference!: string;
  @Column('uuid', { name: 'proof_file_id', nullable: true }) proofFileId!: string | null;
  @Column('uuid', { name: 'proof_added_by', nullable: true }) proofAddedBy!: string | null;
  @Column('timestamptz', { name: 'proof_added_at', nullable: true }) proofAddedAt!: Date | null;
  @Column('text') status!: DisbursementStatus;
  @Column('text', { name: 'refusal_note', nullable: true }) refusalNote!: string | null;
  @Column('uuid', { name: 'recorded_by' }) recordedBy!: string;
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt!: Date;
  @Column('uuid', { name: 'decided_by', nullable: true }) decidedBy!: string | null;
  @Column('timestamptz', { name: 'decided_at', nullable: true }) decidedAt!: Date | null;
}
