import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** A sponsor's promise to add to what others give. */
@Entity({ schema: 'fundraising', name: 'matching_pool' })
export class MatchingPoolRow {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid', { name: 'campaign_id' }) campaignId!: string;
  @Column('text', { name: 'sponsor_name' }) sponsorName!: string;
  @Column('boolean', { name: 'sponsor_hidden', default: false }) sponsorHidden!: boolean;
  @Column('integer', { name: 'ratio_percent' }) ratioPercent!: number;
  @Column('bigint', { name: 'cap_minor' }) capMinor!: string;
  @Column('bigint', { name: 'per_gift_cap_minor', nullable: true }) perGiftCapMinor!: string | null;
  @Column('text') currency!: string;
  /** Only fundraising.match_gifts writes it. */
  @Column('bigint', { name: 'matched_minor', default: 0 }) matchedMinor!: string;
  @Column('bigint', { name: 'received_minor', default: 0 }) receivedMinor!: string;
  @Column('timestamptz', { name: 'starts_at' }) startsAt!: Date;
  @Column('timestamptz', { name: 'ends_at' }) endsAt!: Date;
  @Column('timestamptz', { name: 'closed_at', nullable: true }) closedAt!: Date | null;
  @Column('text', { nullable: true }) seen!: string | null;
  @Column('timestamptz', { name: 'looked_at', nullable: true }) lookedAt!: Date | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
