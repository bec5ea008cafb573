import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One line of Stripe's own ledger. */
@Entity({ schema: 'fundraising', name: 'balance_transaction' })
export class BalanceTransactionRow {
  @PrimaryColumn('text') id!: string;
  @Column('text') type!: string;
  @Column('text', { name: 'source_id', nullable: true }) sourceId!: string | null;
  @Column('uuid', { name: 'payout_id', nullable: true }) payoutId!: string | null;
  @Column('uuid', { name: 'gift_id', nullable: true }) giftId!: string | null;
  @Column('bigint', { name: 'amount_minor' }) amountMinor!: string;
  @Column('bigint', { name: 'fee_minor' }) feeMinor!: string;
  @Column('bigint', { name: 'net_minor' }) netMinor!: string;
  @Column('text') currency!: string;
  @Column('timestamptz', { name: 'available_on' }) availableOn!: Date;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
