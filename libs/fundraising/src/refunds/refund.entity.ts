import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** Money that goes back by the way it came. */
@Entity({ schema: 'fundraising', name: 'refund' })
export class RefundRow {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid', { name: 'gift_id' }) giftId!: string;
  @Column('text', { name: 'stripe_refund_id', nullable: true, unique: true }) stripeRefundId!: string | null;
  @Column('bigint', { name: 'amount_minor' }) amountMinor!: string;
  @Column('bigint', { name: 'intended_minor' }) intendedMinor!: string;
  @Column('text', { default: '' }) reason!: string;
  @Column('text', { default: '' }) note!: string;
  @Column('text') status!: string;
  @Column('uuid', { name: 'requested_by', nullable: true }) requestedBy!: string | null;
  @Column('uuid', { name: 'decided_by', nullable: true }) decidedBy!: string | null;
  @Column('timestamptz', { name: 'requested_at' }) requestedAt!: Date;
  @Column('timestamptz', { name: 'decided_at', nullable: true }) decidedAt!: Date | null;
  @Column('timestamptz', { name: 'finished_at', nullable: true }) finishedAt!: Date | null;
  @Column('text', { name: 'failure_reason', nullable: true }) failureReason!: string | null;
  @Column('integer', { default: 0 }) attempt!: number;
}
