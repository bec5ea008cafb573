import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** Cash and cheques brought to the bank. */
@Entity({ schema: 'fundraising', name: 'deposit' })
export class DepositRow {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('bigint', { name: 'amount_minor' }) amountMinor!: string;
  @Column('text') currency!: string;
  @Column('date', { name: 'deposited_on' }) depositedOn!: string;
  @Column('text', { default: '' }) reference!: string;
  @Column('uuid', { name: 'recorded_by' }) recordedBy!: string;
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt!: Date;
}
