import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What one sponsor adds to one gift; written by fundraising.match_gifts only. */
@Entity({ schema: 'fundraising', name: 'match' })
export class MatchRow {
  @PrimaryColumn('uuid', { name: 'pool_id' }) poolId!: string;
  @PrimaryColumn('uuid', { name: 'gift_id' }) giftId!: string;
  @Column('bigint', { name: 'amount_minor' }) amountMinor!: string;
  @Column('integer', { default: 1 }) revision!: number;
  @Column('timestamptz', { name: 'matched_at' }) matchedAt!: Date;
}
