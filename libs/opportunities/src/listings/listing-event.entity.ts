import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { OpportunityStatus } from './opportunity-status.js';

/** Something that happened to a listing, and who did it. */
@Entity({ schema: 'opportunities', name: 'listing_event' })
export class ListingEventRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' }) id!: string;
  @Column('uuid', { name: 'listing_id' }) listingId!: string;
  @Column('timestamptz') at!: Date;
  @Column('uuid', { name: 'actor_id', nullable: true }) actorId!: string | null;
  @Column('text') kind!: string;
  @Column('text', { name: 'from_status', nullable: true }) fromStatus!: OpportunityStatus | null;
  @Column('text', { name: 'to_status', nullable: true }) toStatus!: OpportunityStatus | null;
  @Column('text', { default: '' }) note!: string;
}
