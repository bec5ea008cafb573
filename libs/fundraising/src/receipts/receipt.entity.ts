import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { ReceiptContent } from './receipt-content.js';

/** A numbered receipt, as it was issued. */
@Entity({ schema: 'fundraising', name: 'receipt' })
export class ReceiptRow {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('bigint', { unique: true }) number!: string;
  @Column('uuid', { name: 'gift_id' }) giftId!: string;
  @Column('jsonb') content!: ReceiptContent;
  @Column('text') locale!: 'en' | 'es';
  @Column('bigint', { name: 'amount_minor' }) amountMinor!: string;
  @Column('text') currency!: string;
  @Column('uuid', { name: 'replaces_id', nullable: true, unique: true }) replacesId!: string | null;
  @Column('timestamptz', { name: 'issued_at' }) issuedAt!: Date;
}
