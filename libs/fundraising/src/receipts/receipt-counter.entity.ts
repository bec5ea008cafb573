import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The last number that was given. */
@Entity({ schema: 'fundraising', name: 'receipt_counter' })
export class ReceiptCounterRow {
  @PrimaryColumn('integer', { default: 1 }) id!: number;
  @Column('bigint', { name: 'last_number' }) lastNumber!: string;
}
