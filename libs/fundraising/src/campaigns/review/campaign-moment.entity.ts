import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { CampaignStatus } from '../campaign-status.js';

/** A step a campaign took, who took it and what they wrote. */
@Entity({ schema: 'fundraising', name: 'campaign_moment' })
export class CampaignMomentRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' }) id!: string;
  @Column('uuid', { name: 'campaign_id' }) campaignId!: string;
  @Column('text', { name: 'from_status', nullable: true }) fromStatus!: CampaignStatus | null;
  @Column('text', { name: 'to_status' }) toStatus!: CampaignStatus;
  @Column('text', { default: '' }) note!: string;
  @Column('uuid', { name: 'account_id', nullable: true }) accountId!: string | null;
  @Column('timestamptz') at!: Date;
}
