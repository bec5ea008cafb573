import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** Money on its way from Stripe to the bank. */
@Entity({ schema: 'fundraising', name: 'payout' })
export class PayoutRow {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('text', { name: 'stripe_payout_id', unique: true }) stripePayoutId!: string;
  @Column('bigint', { name: 'amount_minor' }) amountMinor!: string;
  @Column('text') currency!: string;
  @Column('text') status!: string;
  @Column('date', { name: 'arrives_on' }) arrivesOn!: string;
  @Column('bigint', { name: 'transactions_net_minor', nullable: true }) transactionsNetMinor!: string | null;
  @Column('integer', { nullable: true }) transactions!: number | null;
  @Column('bigint', { name: 'bank_amount_minor', nullable: true }) bankAmountMinor!: string | null;
  @Column('date', { name: 'bank_seen_on', nullable: true }) bankSeenOn!: string | null;
  @Column('uuid', { name: 'bank_confirmed_by', nullable: true }) bankConfirmedBy!: string | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('boolean') automatic!: boolean;
  @Column('boolean', { default: false }) tied!: boolean;
}
