import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { PledgeStatus } from './pledge.js';

/** A promise to give: it never touches the ledger. */
@Entity({ schema: 'fundraising', name: 'pledge' })
export class PledgeRow {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid', { name: 'campaign_id' }) campaignId!: string;
  @Column('text') name!: string;
  @Column('citext', { nullable: true }) email!: string | null;
  @Column('bigint', { name: 'amount_minor' }) amountMinor!: string;
  @Column('text') currency!: string;
  @Column('date', { name: 'due_on', nullable: true }) dueOn!: string | null;
  @Column('text') status!: PledgeStatus;
  @Column('uuid', { name: 'gift_id', nullable: true, unique: true }) giftId!: string | null;
  @Column('text', { default: '' }) note!: string;
  @Column('uuid', { name: 'recorded_by' }) recordedBy!: string;
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt!: Date;
}
