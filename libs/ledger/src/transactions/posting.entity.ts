import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One side of a transaction: debits are positive, credits negative. */
@Entity({ schema: 'ledger', name: 'posting' })
export class PostingRow {
  @PrimaryColumn('uuid', { name: 'transaction_id' }) transactionId!: string;
  @PrimaryColumn('smallint') n!: number;
  @Column('uuid', { name: 'account_id' }) accountId!: string;
  @Column('bigint', { name: 'amount_minor' }) amountMinor!: string;
}
