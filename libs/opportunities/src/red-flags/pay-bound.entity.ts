import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Below this an hour's pay is not lawful, or above it too good to be true: from when on, and who says so. */
@Entity({ schema: 'opportunities', name: 'pay_bound' })
export class PayBoundRow {
  @PrimaryColumn('text') country!: string;
  /** '' for the whole country. */
  @PrimaryColumn('text', { default: '' }) region!: string;
  /** As people write it, in small letters. */
  @Column('text', { name: 'region_name', default: '' }) regionName!: string;
  @PrimaryColumn('text') currency!: string;
  @PrimaryColumn('text') bound!: 'least' | 'most';
  @Column('bigint', { name: 'hour_minor' }) hourMinor!: string;
  @PrimaryColumn('date', { name: 'valid_from' }) validFrom!: string;
  @Column('text') source!: string;
  @Column('date', { name: 'checked_on' }) checkedOn!: string;
}
