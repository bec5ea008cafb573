import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One line of the chart of accounts. */
@Entity({ schema: 'ledger', name: 'account_kind' })
export class AccountKindRow {
  @PrimaryColumn('text') kind!: string;
  /** The side on which such an account usually stands. */
  @Column('text') normal!: 'debit' | 'credit';
  @Column('text') per!: 'organisation' | 'campaign' | 'pool';
  @Column('integer', { unique: true }) position!: number;
}
