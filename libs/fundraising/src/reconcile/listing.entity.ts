import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How far one of Stripe's lists was read. */
@Entity({ schema: 'fundraising', name: 'listing' })
export class ListingRow {
  @PrimaryColumn('text') name!: string;
  @Column('timestamptz') through!: Date;
}
