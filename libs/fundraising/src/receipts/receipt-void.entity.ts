import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { VoidReason } from './void-reason.js';

/** That a receipt no longer holds, and why. */
@Entity({ schema: 'fundraising', name: 'receipt_void' })
export class ReceiptVoidRow {
  @PrimaryColumn('uuid', { name: 'receipt_id' }) receiptId!: string;
  @Column('text') reason!: VoidReason;
  @Column('timestamptz', { name: 'voided_at' }) voidedAt!: Date;
}
