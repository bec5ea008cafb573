import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a rule found in a listing as it stands. */
@Entity({ schema: 'opportunities', name: 'red_flag' })
export class RedFlagRow {
  @PrimaryColumn('uuid', { name: 'listing_id' }) listingId!: string;
  @PrimaryColumn('text') rule!: string;
  @PrimaryColumn('text') field!: string;
  @Column('text') excerpt!: string;
  @Column('timestamptz', { name: 'found_at' }) foundAt!: Date;
}
