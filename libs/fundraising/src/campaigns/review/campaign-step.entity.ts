import { Entity, PrimaryColumn } from 'typeorm';
import type { CampaignStatus } from '../campaign-status.js';

/** A step a campaign may take. */
@Entity({ schema: 'fundraising', name: 'campaign_step' })
export class CampaignStepRow {
  @PrimaryColumn('text', { name: 'from_status' }) fromStatus!: CampaignStatus;
  @PrimaryColumn('text', { name: 'to_status' }) toStatus!: CampaignStatus;
}
