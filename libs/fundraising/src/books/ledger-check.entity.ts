import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** One check of the books: what it looked at, and how many differences of each kind it found. */
@Entity({ schema: 'fundraising', name: 'ledger_check' })
export class LedgerCheckRow {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('timestamptz', { name: 'checked_at' }) checkedAt!: Date;
  @Column('integer') milliseconds!: number;
  @Column('bigint') transactions!: string;
  @Column('bigint') postings!: string;
  @Column('bigint') gifts!: string;
  @Column('bigint', { name: 'balance_transactions' }) balanceTransactions!: string;
  @Column('jsonb') findings!: Record<string, number>;
}
