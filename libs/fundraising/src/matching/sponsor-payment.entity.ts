import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** What a sponsor paid of what was matched. */
@Entity({ schema: 'fundraising', name: 'sponsor_payment' })
export class SponsorPaymentRow {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid', { name: 'pool_id' }) poolId!: string;
  @Column('bigint', { name: 'amount_minor' }) amountMinor!: string;
  @Column('date', { name: 'received_on' }) receivedOn!: string;
  @Column('text', { default: '' }) reference!: string;
  @Column('uuid', { name: 'recorded_by' }) recordedBy!: string;
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt!: Date;
}
