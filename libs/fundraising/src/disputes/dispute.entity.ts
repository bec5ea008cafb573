import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** A donor asked their bank for the money back. */
@Entity({ schema: 'fundraising', name: 'dispute' })
export class DisputeRow {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid', { name: 'gift_id' }) giftId!: string;
  @Column('text', { name: 'stripe_dispute_id', unique: true }) stripeDisputeId!: string;
  @Column('bigint', { name: 'amount_minor' }) amountMinor!: string;
  @Column('bigint', { name: 'fee_minor', default: 0 }) feeMinor!: string;
  @Column('bigint', { name: 'fee_returned_minor', default: 0 }) feeReturnedMinor!: string;
  @Column('text') reason!: string;
  @Column('text') status!: string;
  @Column('timestamptz', { name: 'evidence_due_at', nullable: true }) evidenceDueAt!: Date | null;
  @Column('timestamptz', { name: 'opened_at' }) openedAt!: Date;
  @Column('timestamptz', { name: 'closed_at', nullable: true }) closedAt!: Date | null;
  @Column('bigint', { default: 0 }) look!: string;
}
