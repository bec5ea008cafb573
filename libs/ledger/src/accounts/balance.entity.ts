import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A stored total: the sum of an account's postings, written by the call that writes them. */
@Entity({ schema: 'ledger', name: 'balance' })
export class BalanceRow {
  @PrimaryColumn('uuid', { name: 'account_id' }) accountId!: string;
  @Column('bigint', { name: 'balance_minor' }) balanceMinor!: string;
}
