import { Entity, PrimaryColumn } from 'typeorm';
import type { OpportunityStatus } from './opportunity-status.js';

/** A step a listing may take. */
@Entity({ schema: 'opportunities', name: 'listing_step' })
export class ListingStepRow {
  @PrimaryColumn('text', { name: 'from_status' }) fromStatus!: OpportunityStatus;
  @PrimaryColumn('text', { name: 'to_status' }) toStatus!: OpportunityStatus;
}
